package org.ectsuite.auth.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;

/** Makes P-256 key pairs, and writes and reads their parts (RFC 7517, RFC 7638, PKCS #8). */
final class KeyPairs {

    private KeyPairs() {}

    /** A fresh key pair, named by its thumbprint. */
    static Fresh generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            EllipticCurveJsonWebKey jwk = new EllipticCurveJsonWebKey((ECPublicKey) pair.getPublic());
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
            jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            jwk.setUse(Use.SIGNATURE);
            return new Fresh(
                    jwk.getKeyId(),
                    jwk.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY),
                    pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has the curve P-256", e);
        }
    }

    static PrivateKey privateKey(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored signing key cannot be read", e);
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
        } catch (org.jose4j.lang.JoseException e) {
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
