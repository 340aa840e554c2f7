/** How strictly parameters of a request are read. */
@NullMarked
package org.ectsuite.webedge.parameter;

import org.jspecify.annotations.NullMarked;
