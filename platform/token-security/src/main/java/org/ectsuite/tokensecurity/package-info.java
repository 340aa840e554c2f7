/**
 * Who may call: acceptance of access tokens, the revocation list, the service's own tokens, and what auth-service tells
 * about people.
 */
@NullMarked
package org.ectsuite.tokensecurity;

import org.jspecify.annotations.NullMarked;
