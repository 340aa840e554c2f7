/** Where clients find everything (OpenID Connect Discovery 1.0, RFC 8414). */
@NullMarked
package org.ectsuite.auth.discovery;

import org.jspecify.annotations.NullMarked;
