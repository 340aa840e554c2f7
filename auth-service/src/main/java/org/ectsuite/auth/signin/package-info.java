/** The door all ways of signing in lead through, the page that offers them, and the second step. */
@NullMarked
package org.ectsuite.auth.signin;

import org.jspecify.annotations.NullMarked;
