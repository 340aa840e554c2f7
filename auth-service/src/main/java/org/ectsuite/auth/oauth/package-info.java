/** The token endpoint (RFC 6749), one class for each grant. */
@NullMarked
package org.ectsuite.auth.oauth;

import org.jspecify.annotations.NullMarked;
