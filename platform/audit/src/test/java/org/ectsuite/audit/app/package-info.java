/** A small service that changes things, to have something to audit. */
@NullMarked
package org.ectsuite.audit.app;

import org.jspecify.annotations.NullMarked;
