/** Tests of passkeys. */
@NullMarked
package org.ectsuite.auth.passkey;

import org.jspecify.annotations.NullMarked;
