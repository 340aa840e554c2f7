/** Lists in pages, with an opaque cursor. */
@NullMarked
package org.ectsuite.webedge.page;

import org.jspecify.annotations.NullMarked;
