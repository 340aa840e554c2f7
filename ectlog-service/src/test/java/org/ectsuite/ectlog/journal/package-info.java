@NullMarked
package org.ectsuite.ectlog.journal;

import org.jspecify.annotations.NullMarked;
