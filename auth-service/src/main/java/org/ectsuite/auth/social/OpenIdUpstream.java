package org.ectsuite.auth.social;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.social.IdTokenCheck.Verdict;
import org.ectsuite.auth.social.UpstreamException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider: Google, Microsoft. Nothing is asked for before somebody wants to sign in with it, so a provider that
 * is away keeps nothing else from working.
 */
final class OpenIdUpstream implements Upstream {

    private final Provider provider;
    private final ClientCredentials credentials;
    private final IssuerRule issuers;
    private final String discovery;
    private final Function<Map<String, Object>, Optional<EmailAddress>> proof;
    private final UpstreamHttp http;
    private final CodeExchange codes;
    private final SocialConfig config;
    private final Clock clock;

    private volatile @Nullable Kept<UpstreamMetadata> metadata;
    private volatile @Nullable Kept<String> keys;

    /** What was fetched, and when. */
    private record Kept<T>(T value, Instant since) {

        /** What comes from the future does not count: the clock was set back. */
        boolean youngerThan(Duration age, Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(age));
        }
    }

    /**
     * Makes one.
     *
     * @param base below which its metadata stand
     * @param proof which mailbox its claims prove
     */
    OpenIdUpstream(
            Provider provider,
            ClientCredentials credentials,
            IssuerRule issuers,
            String base,
            Function<Map<String, Object>, Optional<EmailAddress>> proof,
            UpstreamHttp http,
            CodeExchange codes,
            SocialConfig config,
            Clock clock) {
        this.provider = provider;
        this.credentials = credentials;
        this.issuers = issuers;
        this.discovery = base + "/.well-known/openid-configuration";
        this.proof = proof;
        this.http = http;
        this.codes = codes;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Provider provider() {
        return provider;
    }

    @Override
    public Uni<String> address(Departure departure) {
        return metadata()
                .map(known -> AuthorizationAddress.of(
                                known.authorizationEndpoint(), credentials.id(), codes.callback(provider), departure)
                        .with("scope", "openid email")
                        // Shared computers are common in operations centres: nobody comes in as whoever was there
                        // before.
                        .with("prompt", "select_account")
                        .with("nonce", departure.nonce().text())
                        .text());
    }

    @Override
    public Uni<UpstreamPerson> identify(Return back) {
        return metadata()
                .invoke(known -> requireIssuer(known, back.issuer()))
                .chain(known -> codes.exchange(provider, credentials, known.tokenEndpoint(), back)
                        .chain(tokens -> verify(known, tokens.get("id_token"), back)))
                .map(this::person);
    }

    /** RFC 9207: an answer that names another issuer was meant for another's exchange. */
    private static void requireIssuer(UpstreamMetadata known, @Nullable String named) {
        boolean template = known.issuer().contains("{");
        boolean fits = named == null ? !known.namesIssuer() : template || named.equals(known.issuer());
        if (!fits) {
            throw untrusted("the answer names another issuer");
        }
    }

    private Uni<Verdict.Good> verify(UpstreamMetadata known, @Nullable String idToken, Return back) {
        IdTokenCheck check = new IdTokenCheck(issuers, credentials.id(), clock);
        return keys(known, config.metadataLife())
                .map(jwks -> check.check(idToken, jwks, back.nonceHash()))
                .chain(verdict -> verdict instanceof Verdict.UnknownKey
                        ? keys(known, config.keyFetchFloor()).map(jwks -> check.check(idToken, jwks, back.nonceHash()))
                        : Uni.createFrom().item(verdict))
                .map(verdict -> {
                    if (verdict instanceof Verdict.Good good
                            && (back.issuer() == null || back.issuer().equals(good.issuer()))) {
                        return good;
                    }
                    throw untrusted("the ID token is not good");
                });
    }

    private UpstreamPerson person(Verdict.Good good) {
        Optional<EmailAddress> proven = proof.apply(good.claims());
        Optional<EmailAddress> email = proven.or(() -> ProvenMail.claimed(good.claims()));
        String label = email.map(EmailAddress::text).orElseGet(() -> name(good.claims()));
        return new UpstreamPerson(
                provider, good.issuer(), good.subject(), label, email.orElse(null), proven.isPresent());
    }

    private static String name(Map<String, Object> claims) {
        return claims.get("preferred_username") instanceof String text && !text.isBlank() ? text : "";
    }

    private Uni<UpstreamMetadata> metadata() {
        Kept<UpstreamMetadata> known = metadata;
        if (known != null && known.youngerThan(config.metadataLife(), clock.instant())) {
            return Uni.createFrom().item(known.value());
        }
        return http.object(discovery, null)
                .map(document -> UpstreamMetadata.of(document, issuers)
                        .orElseThrow(() -> untrusted("the metadata are not the provider's")))
                .invoke(fresh -> metadata = new Kept<>(fresh, clock.instant()));
    }

    /** The provider's keys, no older than this. */
    private Uni<String> keys(UpstreamMetadata known, Duration age) {
        Kept<String> kept = keys;
        if (kept != null && kept.youngerThan(age, clock.instant())) {
            return Uni.createFrom().item(kept.value());
        }
        return http.object(known.jwksUri(), null)
                .map(JsonObject::encode)
                .invoke(fresh -> keys = new Kept<>(fresh, clock.instant()));
    }

    private static UpstreamException untrusted(String why) {
        return new UpstreamException(Reason.UNTRUSTED, why);
    }
}
