@NullMarked
package org.ectsuite.auth.origin;

import org.jspecify.annotations.NullMarked;
