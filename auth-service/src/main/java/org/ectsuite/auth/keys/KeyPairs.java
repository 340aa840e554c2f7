package org.ectsuite.auth.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/** Makes key pairs, and writes and reads their parts (RFC 7517, RFC 7638, PKCS #8). */
final class KeyPairs {

    /** What a token lives through; stronger ones make signing many times slower (NIST SP 800-131A). */
    private static final int RSA_BITS = 2048;

    private KeyPairs() {}

    /** A fresh key pair, named by its thumbprint. For RSA it takes a good part of a second: never on an event loop. */
    static Fresh generate(SigningAlgorithm algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keyType());
            switch (algorithm) {
                case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
                case RS256 -> generator.initialize(RSA_BITS);
            }
            KeyPair pair = generator.generateKeyPair();
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
            jwk.setAlgorithm(algorithm.name());
            jwk.setUse(Use.SIGNATURE);
            return new Fresh(
                    jwk.getKeyId(),
                    jwk.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY),
                    pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException | JoseException e) {
            throw new IllegalStateException("Every Java runtime has P-256 and RSA", e);
        }
    }

    static PrivateKey privateKey(SigningAlgorithm algorithm, byte[] pkcs8) {
        try {
            return KeyFactory.getInstance(algorithm.keyType()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored signing key cannot be read", e);
        }
    }

    static PublicKey publicKey(String publicJwk) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(publicJwk).getPublicKey();
        } catch (JoseException e) {
            throw new IllegalStateException("A stored public key cannot be read", e);
        }
    }

    /** The key set of the given public keys, sorted by kid: the same keys give the same text. */
    static String jwks(List<String> publicJwks) {
        try {
            List<Map<String, Object>> keys = new java.util.ArrayList<>();
            for (String jwk : publicJwks) {
                keys.add(new LinkedHashMap<>(JsonUtil.parseJson(jwk)));
            }
            keys.sort(Comparator.comparing(key -> String.valueOf(key.get("kid"))));
            return JsonUtil.toJson(Map.of("keys", keys));
        } catch (JoseException e) {
            throw new IllegalStateException("A stored public key cannot be read", e);
        }
    }

    /**
     * A key pair as it is stored.
     *
     * @param publicJwk JSON Web Key with {@code kid}, {@code alg} and {@code use}
     * @param pkcs8 the private part
     */
    // Never compared: an array in a record compares by identity.
    @SuppressWarnings("ArrayRecordComponent")
    record Fresh(String kid, String publicJwk, byte[] pkcs8) {}
}
