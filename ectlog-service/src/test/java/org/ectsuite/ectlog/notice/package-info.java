@NullMarked
package org.ectsuite.ectlog.notice;

import org.jspecify.annotations.NullMarked;
