/** Sign-in with Google, Microsoft and GitHub, and the identities there that belong to an account. */
@NullMarked
package org.ectsuite.auth.social;

import org.jspecify.annotations.NullMarked;
