@NullMarked
package org.ectsuite.auth.protocol;

import org.jspecify.annotations.NullMarked;
