/** Two accounts of one person become one. */
@NullMarked
package org.ectsuite.auth.merger;

import org.jspecify.annotations.NullMarked;
