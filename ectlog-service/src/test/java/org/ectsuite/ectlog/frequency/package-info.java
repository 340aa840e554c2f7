@NullMarked
package org.ectsuite.ectlog.frequency;

import org.jspecify.annotations.NullMarked;
