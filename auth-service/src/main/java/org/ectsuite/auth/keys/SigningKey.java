package org.ectsuite.auth.keys;

import java.security.PrivateKey;

/**
 * The key that signs at the moment.
 *
 * @param kid RFC 7638 thumbprint of the public part
 * @param algorithm the only one it may be used with
 */
public record SigningKey(String kid, SigningAlgorithm algorithm, PrivateKey privateKey) {

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
