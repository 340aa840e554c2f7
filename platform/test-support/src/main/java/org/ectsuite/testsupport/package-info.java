/** Fakes of the neighbours of a service, and rules that hold for all services; for tests only. */
@NullMarked
package org.ectsuite.testsupport;

import org.jspecify.annotations.NullMarked;
