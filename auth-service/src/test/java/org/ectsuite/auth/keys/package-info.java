@NullMarked
package org.ectsuite.auth.keys;

import org.jspecify.annotations.NullMarked;
