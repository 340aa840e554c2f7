@NullMarked
package org.ectsuite.auth.factor;

import org.jspecify.annotations.NullMarked;
