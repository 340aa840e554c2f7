package org.ectsuite.auth.keys;

/** How a token is signed (RFC 7518 section 3.1). */
public enum SigningAlgorithm {
    /** ECDSA on P-256 with SHA-256: short and fast; all access tokens, and ID tokens unless a client wants the other. */
    ES256("EC"),
    /** RSA with SHA-256, 2048 bits: what OpenID Connect asks every provider for. */
    RS256("RSA");

    private final String keyType;

    SigningAlgorithm(String keyType) {
        this.keyType = keyType;
    }

    /** The name of its keys, for JSON Web Keys and for Java alike. */
    String keyType() {
        return keyType;
    }
}
