package org.ectsuite.auth.social;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The providers that are configured. */
@ApplicationScoped
class Upstreams {

    private final Map<Provider, Upstream> offered = new EnumMap<>(Provider.class);

    Upstreams(SocialConfig config, UpstreamHttp http, CodeExchange codes, Clock clock) {
        SocialConfig.Google google = config.google();
        ClientCredentials.of(google.clientId(), google.clientSecret())
                .ifPresent(known -> offered.put(
                        Provider.GOOGLE,
                        new OpenIdUpstream(
                                Provider.GOOGLE,
                                known,
                                new IssuerRule.Exact(google.issuer()),
                                google.issuer(),
                                ProvenMail::google,
                                http,
                                codes,
                                config,
                                clock)));
        SocialConfig.Microsoft microsoft = config.microsoft();
        List<String> trusted = microsoft.trustedTenants().orElse(List.of());
        ClientCredentials.of(microsoft.clientId(), microsoft.clientSecret())
                .ifPresent(known -> offered.put(
                        Provider.MICROSOFT,
                        new OpenIdUpstream(
                                Provider.MICROSOFT,
                                known,
                                new IssuerRule.Microsoft(microsoft.baseUrl(), microsoft.tenant()),
                                microsoft.baseUrl() + "/" + microsoft.tenant() + "/v2.0",
                                claims -> ProvenMail.microsoft(claims, trusted),
                                http,
                                codes,
                                config,
                                clock)));
        SocialConfig.GitHub github = config.github();
        ClientCredentials.of(github.clientId(), github.clientSecret())
                .ifPresent(known -> offered.put(Provider.GITHUB, new GitHubUpstream(known, github, http, codes)));
    }

    /** In the order of the buttons. */
    List<Provider> offered() {
        return new ArrayList<>(offered.keySet());
    }

    Optional<Upstream> find(@Nullable String id) {
        return Provider.of(id).map(offered::get);
    }
}
