@NullMarked
package org.ectsuite.ectlog.checkin;

import org.jspecify.annotations.NullMarked;
