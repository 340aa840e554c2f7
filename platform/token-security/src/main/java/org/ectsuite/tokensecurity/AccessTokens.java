package org.ectsuite.tokensecurity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import org.apache.commons.codec.digest.DigestUtils;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Accepts access tokens. A signature is checked once per token and set of keys; expiry and revocation are asked on every
 * use.
 */
@Singleton
public class AccessTokens {
    private final TokenKeys keys;
    private final RevocationList revocations;
    private final TokenVerifier verifier;
    private final Cache<ByteBuffer, Accepted> accepted;

    /** A caller whose token's signature was checked with these keys. */
    private record Accepted(Caller caller, KeyRing keys) {}

    AccessTokens(TokenKeys keys, RevocationList revocations, TokenSecurityConfig config, Clock clock) {
        this.keys = keys;
        this.revocations = revocations;
        this.verifier = new TokenVerifier(config.publicUrl() + "/auth", config.service(), clock);
        this.accepted = Caffeine.newBuilder()
                .maximumSize(config.rememberedTokens())
                // No token outlives this; memory is the only reason, since expiry is asked on every use.
                .expireAfterWrite(TokenVerifier.LONGEST_LIFE.plus(TokenVerifier.SKEW))
                .build();
    }

    /**
     * The caller a token speaks for, now.
     *
     * @return fails with {@link TokenRefusedException} if the token is not acceptable, and with a {@link ProblemException}
     *     of {@link CommonProblem#UNAVAILABLE} as long as keys or revocation list were never fetched
     */
    public Uni<Caller> verify(String token) {
        KeyRing ring = keys.known();
        if (ring == null || !revocations.known()) {
            return Uni.createFrom().failure(notReady());
        }
        try {
            return Uni.createFrom().item(verify(token, ring));
        } catch (TokenRefusedException refused) {
            if (refused.reason() != TokenRefusal.UNKNOWN_KEY) {
                return Uni.createFrom().failure(refused);
            }
            if (revocations.revokesKey(TokenVerifier.keyId(token))) {
                // Honest clients come with such tokens until they have heard of it; their key is not published any
                // more.
                return Uni.createFrom().failure(new TokenRefusedException(TokenRefusal.REVOKED));
            }
            return keys.lookAgain(ring).map(newer -> {
                if (newer == ring) {
                    throw refused;
                }
                return verify(token, newer);
            });
        }
    }

    private Caller verify(String token, KeyRing ring) {
        ByteBuffer digest = digest(token);
        Caller caller = remembered(digest, ring);
        if (caller == null) {
            caller = verifier.verify(token, ring);
            accepted.put(digest, new Accepted(caller, ring));
        } else {
            verifier.checkUnexpired(caller);
        }
        if (revocations.revoked(caller)) {
            throw new TokenRefusedException(TokenRefusal.REVOKED);
        }
        return caller;
    }

    private @Nullable Caller remembered(ByteBuffer digest, KeyRing ring) {
        Accepted before = accepted.getIfPresent(digest);
        return before == null || before.keys() != ring ? null : before.caller();
    }

    /** Tokens are remembered by their digest, so that a dump of the memory holds none that is not in use. */
    private static ByteBuffer digest(String token) {
        return ByteBuffer.wrap(DigestUtils.sha256(token));
    }

    private static ProblemException notReady() {
        return new ProblemException(CommonProblem.UNAVAILABLE, "The service is starting and cannot check tokens yet")
                .header("Retry-After", "2");
    }
}
