package org.ectsuite.tokensecurity;

import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The public keys that auth-service signs with (P-256, for ES256), by key id. */
final class KeyRing {
    private final Map<String, PublicKey> keys;

    KeyRing(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Reads a key set (RFC 7517). Keys of other kinds and for other uses are passed over, so that auth-service may publish
     * them for others.
     *
     * @throws IllegalArgumentException if it is no key set or holds no usable key
     */
    static KeyRing parse(String jwks) {
        var found = new LinkedHashMap<String, PublicKey>();
        try {
            for (var jwk : new JsonWebKeySet(jwks).getJsonWebKeys()) {
                if (jwk instanceof EllipticCurveJsonWebKey key && usable(key)) {
                    found.put(key.getKeyId(), key.getECPublicKey());
                }
            }
        } catch (JoseException e) {
            throw new IllegalArgumentException("No key set", e);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("The key set holds no key for ES256");
        }
        return new KeyRing(found);
    }

    private static boolean usable(EllipticCurveJsonWebKey key) {
        return key.getKeyId() != null
                && EllipticCurves.P_256.equals(key.getCurveName())
                && (key.getUse() == null || "sig".equals(key.getUse()))
                && (key.getAlgorithm() == null
                        || AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256.equals(key.getAlgorithm()));
    }

    @Nullable PublicKey find(String keyId) {
        return keys.get(keyId);
    }

    boolean holdsTheSameAs(KeyRing other) {
        return keys.equals(other.keys);
    }
}
