/** Passkeys (WebAuthn Level 3): what people register on their devices, and what these show instead of a mail or a code. */
@NullMarked
package org.ectsuite.auth.passkey;

import org.jspecify.annotations.NullMarked;
