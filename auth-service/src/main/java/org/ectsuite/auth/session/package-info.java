/**
 * Sign-ins in browsers: rotating refresh tokens, their reuse, sign-out, and the list by which people
 * end those they do not know.
 */
@NullMarked
package org.ectsuite.auth.session;

import org.jspecify.annotations.NullMarked;
