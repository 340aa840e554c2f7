@NullMarked
package org.ectsuite.ectlog.live;

import org.jspecify.annotations.NullMarked;
