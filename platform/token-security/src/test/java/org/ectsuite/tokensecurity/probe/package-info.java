@NullMarked
package org.ectsuite.tokensecurity.probe;

import org.jspecify.annotations.NullMarked;
