/** How strictly JSON is read. */
@NullMarked
package org.ectsuite.webedge.json;

import org.jspecify.annotations.NullMarked;
