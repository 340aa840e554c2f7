/** How things are named. */
@NullMarked
package org.ectsuite.ectlog.ids;

import org.jspecify.annotations.NullMarked;
