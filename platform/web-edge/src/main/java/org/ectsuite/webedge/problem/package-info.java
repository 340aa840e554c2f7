/** Problem responses (RFC 9457): the catalogue entries, the exception that carries one, and the mappers that write it. */
@NullMarked
package org.ectsuite.webedge.problem;

import org.jspecify.annotations.NullMarked;
