package org.ectsuite.auth.keys;

import java.security.PrivateKey;

/**
 * The key that signs at the moment: ECDSA on P-256 with SHA-256 (ES256).
 *
 * @param kid RFC 7638 thumbprint of the public part
 */
public record SigningKey(String kid, PrivateKey privateKey) {

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
