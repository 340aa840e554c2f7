package org.ectsuite.auth.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.keys.SigningKeys;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/** Reads our own access tokens, whoever they are for. Whether they are revoked is for the caller to find out. */
@ApplicationScoped
public class IssuedTokens {

    private static final int LONGEST = 8192;
    private static final AlgorithmConstraints ES256 = new AlgorithmConstraints(ConstraintType.PERMIT, "ES256");

    private final SigningKeys keys;
    private final String issuer;
    private final Clock clock;

    IssuedTokens(SigningKeys keys, @ConfigProperty(name = "ect.public-url") String publicUrl, Clock clock) {
        this.keys = keys;
        this.issuer = publicUrl + "/auth";
        this.clock = clock;
    }

    /** The claims of an access token that we have signed and that has not expired; empty for anything else. */
    public Optional<IssuedToken> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(ES256);
            jws.setCompactSerialization(text);
            String kid = jws.getKeyIdHeaderValue();
            if (kid == null || !TokenWriter.TYPE.equals(jws.getHeader("typ"))) {
                return Optional.empty();
            }
            var key = keys.find(kid);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            jws.setKey(key.get());
            return jws.verifySignature()
                    ? Optional.of(IssuedToken.of(JwtClaims.parse(jws.getPayload())))
                            .filter(this::current)
                    : Optional.empty();
        } catch (JoseException | InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean current(IssuedToken token) {
        Instant now = clock.instant();
        return token.issuer().equals(issuer) && now.isBefore(token.expiresAt());
    }

    /** The audience that stands for ourselves: of userinfo. */
    public String issuer() {
        return issuer;
    }
}
