package org.ectsuite.tokensecurity;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import org.ectsuite.tokensecurity.Revocations.Entry;
import org.ectsuite.tokensecurity.Revocations.Kind;
import org.jspecify.annotations.Nullable;

/** Asks auth-service for the revocation list, and for nothing while it stays the same (ETag). */
@Singleton
@DefaultBean
class HttpRevocationSource implements RevocationSource {
    private static final String WHAT = "revocation list";
    private static final String AUDIENCE = "auth-service";

    private final AuthServiceClient client;
    private final ServiceTokens tokens;

    HttpRevocationSource(AuthServiceClient client, ServiceTokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    @Override
    public Uni<Revocations> revocations(@Nullable Revocations known) {
        return tokens.bearer(AUDIENCE).chain(token -> ask(token, known)).map(response -> answer(response, known));
    }

    private Uni<HttpResponse<Buffer>> ask(String token, @Nullable Revocations known) {
        var request = client.get("/revocations").bearerTokenAuthentication(token);
        if (known != null) {
            request.putHeader("If-None-Match", known.tag());
        }
        return AuthServiceClient.named(WHAT, request.send());
    }

    private Revocations answer(HttpResponse<Buffer> response, @Nullable Revocations known) {
        if (response.statusCode() == 304 && known != null) {
            return known;
        }
        if (response.statusCode() == 401) {
            tokens.refused(AUDIENCE);
        }
        String tag = response.getHeader("ETag");
        return parse(AuthServiceClient.json(WHAT, response), tag == null ? "" : tag);
    }

    /** Reads a list. One entry that cannot be read spoils all: to pass over it would be to accept a revoked token. */
    static Revocations parse(JsonObject body, String tag) {
        try {
            var entries = new ArrayList<Entry>();
            for (Object item : body.getJsonArray("entries")) {
                var entry = (JsonObject) item;
                entries.add(new Entry(
                        Kind.valueOf(entry.getString("kind").toUpperCase(Locale.ROOT)),
                        text(entry, "value"),
                        entry.getString("issuedBefore") == null ? null : Instant.parse(entry.getString("issuedBefore")),
                        Instant.parse(text(entry, "until"))));
            }
            return new Revocations(tag, entries);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | DateTimeException e) {
            throw new AuthServiceException(WHAT + ": an entry is not as agreed");
        }
    }

    private static String text(JsonObject entry, String member) {
        String value = entry.getString(member);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(member);
        }
        return value;
    }
}
