@NullMarked
package org.ectsuite.ectlog.station;

import org.jspecify.annotations.NullMarked;
