@NullMarked
package org.ectsuite.ectlog.text;

import org.jspecify.annotations.NullMarked;
