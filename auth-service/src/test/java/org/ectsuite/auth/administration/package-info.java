@NullMarked
package org.ectsuite.auth.administration;

import org.jspecify.annotations.NullMarked;
