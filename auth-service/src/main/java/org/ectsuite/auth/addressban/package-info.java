/** Networks from which too many authentications failed: nobody signs in from there for a while. */
@NullMarked
package org.ectsuite.auth.addressban;

import org.jspecify.annotations.NullMarked;
