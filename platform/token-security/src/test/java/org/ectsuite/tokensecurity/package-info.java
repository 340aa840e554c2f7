@NullMarked
package org.ectsuite.tokensecurity;

import org.jspecify.annotations.NullMarked;
