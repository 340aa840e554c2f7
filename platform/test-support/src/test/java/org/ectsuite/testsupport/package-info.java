@NullMarked
package org.ectsuite.testsupport;

import org.jspecify.annotations.NullMarked;
