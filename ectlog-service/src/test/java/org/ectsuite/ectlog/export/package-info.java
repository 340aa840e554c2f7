@NullMarked
package org.ectsuite.ectlog.export;

import org.jspecify.annotations.NullMarked;
