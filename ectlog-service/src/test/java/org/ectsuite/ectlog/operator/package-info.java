@NullMarked
package org.ectsuite.ectlog.operator;

import org.jspecify.annotations.NullMarked;
