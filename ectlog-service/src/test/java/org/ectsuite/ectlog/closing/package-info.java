@NullMarked
package org.ectsuite.ectlog.closing;

import org.jspecify.annotations.NullMarked;
