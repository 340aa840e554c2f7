/** Repeats of a request are answered with the first result. */
@NullMarked
package org.ectsuite.webedge.idempotency;

import org.jspecify.annotations.NullMarked;
