/** Whether a browser sends a request because our own pages told it to. */
@NullMarked
package org.ectsuite.auth.origin;

import org.jspecify.annotations.NullMarked;
