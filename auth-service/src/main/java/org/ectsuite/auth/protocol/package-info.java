/** What all endpoints of the protocol share: parameters, scopes, errors (RFC 6749). */
@NullMarked
package org.ectsuite.auth.protocol;

import org.jspecify.annotations.NullMarked;
