package org.ectsuite.tokensecurity;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks auth-service for its key set. */
@Singleton
@DefaultBean
class HttpTokenKeySource implements TokenKeySource {
    private static final String WHAT = "keys of tokens";
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=([0-9]{1,9})(?:$|[,\\s])");

    private final AuthServiceClient client;
    private final Duration longest;

    HttpTokenKeySource(AuthServiceClient client, TokenSecurityConfig config) {
        this.client = client;
        this.longest = config.keyMaxAge();
    }

    @Override
    public Uni<PublishedKeys> keys() {
        return AuthServiceClient.named(WHAT, client.get("/jwks").send())
                .map(response -> new PublishedKeys(
                        AuthServiceClient.json(WHAT, response).encode(),
                        maxAge(response.getHeader("Cache-Control"), longest)));
    }

    /** What a Cache-Control header allows, but no longer than we want. */
    static Duration maxAge(@Nullable String cacheControl, Duration longest) {
        Matcher found = MAX_AGE.matcher(cacheControl == null ? "" : cacheControl);
        if (!found.find()) {
            return longest;
        }
        Duration said = Duration.ofSeconds(Long.parseLong(found.group(1)));
        return said.compareTo(longest) < 0 ? said : longest;
    }
}
