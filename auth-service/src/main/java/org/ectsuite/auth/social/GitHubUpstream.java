package org.ectsuite.auth.social;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.social.UpstreamException.Reason;

/**
 * GitHub, which speaks OAuth 2.0 and not OpenID Connect: who somebody is, it says by its interface, over the connection
 * that it has shown a certificate for. A person is known by the number that stays when he takes another name.
 */
final class GitHubUpstream implements Upstream {

    private final ClientCredentials credentials;
    private final String base;
    private final String api;
    private final UpstreamHttp http;
    private final CodeExchange codes;

    GitHubUpstream(ClientCredentials credentials, SocialConfig.GitHub config, UpstreamHttp http, CodeExchange codes) {
        this.credentials = credentials;
        this.base = config.baseUrl();
        this.api = config.apiUrl();
        this.http = http;
        this.codes = codes;
    }

    @Override
    public Provider provider() {
        return Provider.GITHUB;
    }

    @Override
    public Uni<String> address(Departure departure) {
        return Uni.createFrom()
                .item(() -> AuthorizationAddress.of(
                                base + "/login/oauth/authorize",
                                credentials.id(),
                                codes.callback(Provider.GITHUB),
                                departure)
                        .with("scope", "user:email")
                        .with("prompt", "select_account")
                        .text());
    }

    @Override
    public Uni<UpstreamPerson> identify(Return back) {
        if (back.issuer() != null && !back.issuer().equals(base)) {
            return Uni.createFrom().failure(new UpstreamException(Reason.UNTRUSTED, "the answer names another issuer"));
        }
        return codes.exchange(Provider.GITHUB, credentials, base + "/login/oauth/access_token", back)
                .chain(tokens -> http.object(api + "/user", tokens.getAccessToken())
                        .chain(user -> http.array(api + "/user/emails", tokens.getAccessToken())
                                .map(mails -> person(user, mails))));
    }

    private UpstreamPerson person(JsonObject user, JsonArray mails) {
        if (!(user.getValue("id") instanceof Number id) || id.longValue() <= 0) {
            throw new UpstreamException(Reason.UNTRUSTED, "the person has no number");
        }
        Optional<EmailAddress> email = ProvenMail.gitHub(list(mails));
        String label = user.getValue("login") instanceof String login ? login : "";
        return new UpstreamPerson(
                Provider.GITHUB, base, Long.toString(id.longValue()), label, email.orElse(null), email.isPresent());
    }

    private static List<Map<String, Object>> list(JsonArray mails) {
        return mails.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(JsonObject::getMap)
                .toList();
    }
}
