/** Signing out where clients are concerned: they ask for it, and they hear of it (OpenID Connect RP-Initiated and Back-Channel Logout). */
@NullMarked
package org.ectsuite.auth.logout;

import org.jspecify.annotations.NullMarked;
