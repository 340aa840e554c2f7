/** Signing in devices without a browser: the device shows a code, its owner types it elsewhere (RFC 8628). */
@NullMarked
package org.ectsuite.auth.device;

import org.jspecify.annotations.NullMarked;
