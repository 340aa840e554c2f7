/** ID tokens: what tells a client who has signed in, when and how (OpenID Connect Core section 2). */
@NullMarked
package org.ectsuite.auth.idtoken;

import org.jspecify.annotations.NullMarked;
