package org.ectsuite.auth.client;

import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The keys a client registers: public parts alone, of kinds that are safe (RFC 7517, RFC 8725). */
final class ClientKeys {

    private static final int MOST = 10;
    private static final int RSA_BITS = 2048;

    private ClientKeys() {}

    /** Why a key set may not be registered; empty if it may. */
    static Optional<String> flaw(String jwks) {
        JsonWebKeySet keys;
        try {
            keys = new JsonWebKeySet(jwks);
        } catch (JoseException | RuntimeException e) {
            return Optional.of("must be a JSON Web Key Set");
        }
        if (keys.getJsonWebKeys().isEmpty() || keys.getJsonWebKeys().size() > MOST) {
            return Optional.of("must hold 1 to " + MOST + " keys");
        }
        for (JsonWebKey key : keys.getJsonWebKeys()) {
            if (!(key instanceof PublicJsonWebKey pair)) {
                return Optional.of("must hold public keys of RSA or P-256");
            }
            if (pair.getPrivateKey() != null) {
                return Optional.of("must hold public keys alone: a private key that was sent here is no longer one");
            }
            if (!strong(pair)) {
                return Optional.of("must hold keys on P-256, or of RSA with 2048 bits or more");
            }
        }
        return Optional.empty();
    }

    private static boolean strong(PublicJsonWebKey key) {
        return switch (key) {
            case EllipticCurveJsonWebKey curve -> EllipticCurves.P_256.equals(curve.getCurveName());
            case RsaJsonWebKey rsa -> rsa.getRsaPublicKey().getModulus().bitLength() >= RSA_BITS;
            default -> false;
        };
    }
}
