/** Access tokens (RFC 9068), as every service of the suite accepts them. */
@NullMarked
package org.ectsuite.auth.token;

import org.jspecify.annotations.NullMarked;
