/** The door all ways of signing in lead through, and the page that offers them. */
@NullMarked
package org.ectsuite.auth.signin;

import org.jspecify.annotations.NullMarked;
