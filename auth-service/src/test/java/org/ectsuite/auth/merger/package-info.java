@NullMarked
package org.ectsuite.auth.merger;

import org.jspecify.annotations.NullMarked;
