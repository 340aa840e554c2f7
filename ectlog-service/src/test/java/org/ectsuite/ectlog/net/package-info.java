@NullMarked
package org.ectsuite.ectlog.net;

import org.jspecify.annotations.NullMarked;
