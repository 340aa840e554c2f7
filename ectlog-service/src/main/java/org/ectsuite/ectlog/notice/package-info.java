/** What people hear of a net by mail: that it begins soon, that it is on the air, that it was moved or cancelled. */
@NullMarked
package org.ectsuite.ectlog.notice;

import org.jspecify.annotations.NullMarked;
