/** Tests of the way in by a code made on the host. */
@NullMarked
package org.ectsuite.auth.breakglass;

import org.jspecify.annotations.NullMarked;
