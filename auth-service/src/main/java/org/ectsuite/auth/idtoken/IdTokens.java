package org.ectsuite.auth.idtoken;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.keys.SigningKeys;
import org.ectsuite.auth.session.ClientSession;
import org.ectsuite.auth.session.ClientTokens;
import org.ectsuite.auth.token.TokenConfig;
import org.ectsuite.auth.token.TokenSubject;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Gives clients ID tokens, and understands them when they come back as hints. */
@ApplicationScoped
public class IdTokens {

    private static final int LONGEST = 4096;
    private static final AlgorithmConstraints OURS = new AlgorithmConstraints(ConstraintType.PERMIT, "ES256", "RS256");

    private final SigningKeys keys;
    private final IdTokenWriter writer;

    IdTokens(
            TokenConfig config,
            @ConfigProperty(name = "ect.public-url") String publicUrl,
            SigningKeys keys,
            Clock clock) {
        this.keys = keys;
        this.writer = new IdTokenWriter(publicUrl + "/auth", config.life(), clock);
    }

    /** An ID token beside an access token, signed as the client wants it. */
    public String write(ClientTokens given, OAuthClient client, @Nullable String nonce) {
        ClientSession session = given.session();
        IdToken token = new IdToken(
                session.accountId(),
                client.id(),
                session.id(),
                session.signedInAt(),
                TokenSubject.ACR_MAILBOX,
                session.method().amr(),
                nonce,
                given.access().text());
        return writer.write(token, keys.active(client.idTokenAlgorithm()));
    }

    /** Reads an ID token that we have signed, whenever that was; empty for anything else. */
    public Optional<IdTokenHint> hint(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(OURS);
            jws.setCompactSerialization(text);
            String kid = jws.getKeyIdHeaderValue();
            // An access token is signed by the same keys, and is no hint.
            if (kid == null || !"JWT".equals(jws.getHeader("typ"))) {
                return Optional.empty();
            }
            var key = keys.find(kid);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            jws.setKey(key.get());
            return jws.verifySignature() ? read(JwtClaims.parse(jws.getPayload())) : Optional.empty();
        } catch (JoseException | InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<IdTokenHint> read(JwtClaims claims) throws MalformedClaimException {
        List<String> audience = claims.getAudience();
        String sid = claims.getStringClaimValue("sid");
        return writer.issuer().equals(claims.getIssuer()) && audience.size() == 1
                ? Optional.of(new IdTokenHint(
                        UUID.fromString(claims.getSubject()),
                        audience.getFirst(),
                        sid == null ? null : UUID.fromString(sid)))
                : Optional.empty();
    }
}
