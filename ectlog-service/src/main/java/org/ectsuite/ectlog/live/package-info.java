/** The socket by which a client follows a net. */
@NullMarked
package org.ectsuite.ectlog.live;

import org.jspecify.annotations.NullMarked;
