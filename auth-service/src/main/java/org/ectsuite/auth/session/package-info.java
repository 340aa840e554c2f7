/** Sign-ins in browsers: rotating refresh tokens, their reuse, and sign-out. */
@NullMarked
package org.ectsuite.auth.session;

import org.jspecify.annotations.NullMarked;
