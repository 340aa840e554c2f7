@NullMarked
package org.ectsuite.auth.emailchange;

import org.jspecify.annotations.NullMarked;
