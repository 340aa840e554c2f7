package org.ectsuite.tokensecurity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks auth-service about people. */
@Singleton
public class People {
    /** How many auth-service answers for at once. */
    static final int AT_ONCE = 200;

    private static final String WHAT = "people";
    private static final String AUDIENCE = "auth-service";

    private final AuthServiceClient client;
    private final ServiceTokens tokens;

    People(AuthServiceClient client, ServiceTokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    /**
     * The people with these ids; who is banned or unknown is absent.
     *
     * @return fails with {@link AuthServiceException} if auth-service does not answer
     */
    public Uni<Map<UUID, Person>> find(Collection<UUID> ids) {
        Uni<Map<UUID, Person>> found = Uni.createFrom().item(new LinkedHashMap<>());
        for (List<UUID> some : portions(ids)) {
            found = found.chain(before -> ask(some).map(more -> {
                before.putAll(more);
                return before;
            }));
        }
        return found;
    }

    /**
     * The ids of those who are not banned and have this global role or one that includes it; for services that write to people.
     *
     * @return fails with {@link AuthServiceException} if auth-service does not answer
     */
    public Uni<List<UUID>> members(String role) {
        return members(role, null, new ArrayList<>());
    }

    private Uni<List<UUID>> members(String role, @Nullable String cursor, List<UUID> found) {
        return tokens.bearer(AUDIENCE)
                .chain(token -> {
                    var request = client.get("/people/members")
                            .addQueryParam("role", role)
                            .bearerTokenAuthentication(token);
                    return AuthServiceClient.named(
                            WHAT,
                            cursor == null
                                    ? request.send()
                                    : request.addQueryParam("cursor", cursor).send());
                })
                .chain(response -> {
                    String next = members(response, found);
                    return next == null ? Uni.createFrom().item(found) : members(role, next, found);
                });
    }

    private @Nullable String members(HttpResponse<Buffer> response, List<UUID> found) {
        if (response.statusCode() == 401) {
            tokens.refused(AUDIENCE);
        }
        JsonObject page = AuthServiceClient.json(WHAT, response);
        try {
            for (Object id : page.getJsonArray("items")) {
                found.add(UUID.fromString((String) id));
            }
            return page.getString("next");
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new AuthServiceException(WHAT + ": a list of members is not as agreed");
        }
    }

    private Uni<Map<UUID, Person>> ask(List<UUID> ids) {
        String list = ids.stream().map(UUID::toString).collect(Collectors.joining(","));
        return tokens.bearer(AUDIENCE)
                .chain(token -> AuthServiceClient.named(
                        WHAT,
                        client.get("/people")
                                .addQueryParam("ids", list)
                                .bearerTokenAuthentication(token)
                                .send()))
                .map(this::people);
    }

    private Map<UUID, Person> people(HttpResponse<Buffer> response) {
        if (response.statusCode() == 401) {
            tokens.refused(AUDIENCE);
        }
        var found = new LinkedHashMap<UUID, Person>();
        try {
            for (Object item : AuthServiceClient.json(WHAT, response).getJsonArray("items")) {
                Person person = person((JsonObject) item);
                found.put(person.id(), person);
            }
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new AuthServiceException(WHAT + ": a person is not as agreed");
        }
        return found;
    }

    private static Person person(JsonObject item) {
        return new Person(
                UUID.fromString(item.getString("id")),
                item.getString("name", ""),
                item.getString("callsign"),
                item.getString("zone", "UTC"),
                item.getString("locale", "en"),
                item.getString("email"));
    }

    static List<List<UUID>> portions(Collection<UUID> ids) {
        var all = List.copyOf(new LinkedHashSet<>(ids));
        var portions = new ArrayList<List<UUID>>();
        for (int start = 0; start < all.size(); start += AT_ONCE) {
            portions.add(all.subList(start, Math.min(start + AT_ONCE, all.size())));
        }
        return portions;
    }
}
