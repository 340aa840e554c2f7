/** The security headers of every response, and the origins that other sites may call from. */
@NullMarked
package org.ectsuite.webedge.headers;

import org.jspecify.annotations.NullMarked;
