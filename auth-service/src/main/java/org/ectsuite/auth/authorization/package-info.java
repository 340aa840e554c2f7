/** The authorization endpoint (RFC 6749 section 3.1, OpenID Connect Core section 3.1.2): people let clients in, codes are given. */
@NullMarked
package org.ectsuite.auth.authorization;

import org.jspecify.annotations.NullMarked;
