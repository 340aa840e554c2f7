@NullMarked
package org.ectsuite.tokensecurity.startup;

import org.jspecify.annotations.NullMarked;
