package org.ectsuite.testsupport;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plays auth-service for the service under test: publishes the keys of {@link TestTokens}, issues tokens to services,
 * keeps the revocation list and knows people. {@link AuthServerResource} starts it; tests talk to it through the static
 * methods.
 */
public final class AuthServer extends FakeServer {
    /** The public origin that the service under test believes in. */
    public static final String PUBLIC_URL = "http://localhost:8080";

    private static @Nullable AuthServer running;

    private final String clientSecret = Secrets.hex(32);
    private final List<Map<String, String>> revocations = new CopyOnWriteArrayList<>();
    private final Map<UUID, Person> people = new ConcurrentHashMap<>();
    private final Map<String, List<UUID>> members = new ConcurrentHashMap<>();
    private final Map<String, String> issued = new ConcurrentHashMap<>();

    /** A person whom auth-service knows. */
    public record Person(
            UUID id,
            String name,
            @Nullable String callsign,
            String zone,
            String locale,
            @Nullable String email) {

        /** The same person with another callsign. */
        public Person callsign(@Nullable String other) {
            return new Person(id, name, other, zone, locale, email);
        }

        /** The same person with another IANA time zone. */
        public Person zone(String other) {
            return new Person(id, name, callsign, other, locale, email);
        }

        /** The same person with another language tag. */
        public Person locale(String other) {
            return new Person(id, name, callsign, zone, other, email);
        }

        /** The same person with another mail address. */
        public Person email(String other) {
            return new Person(id, name, callsign, zone, locale, other);
        }
    }

    private AuthServer() {}

    /** The server of the application that runs now. */
    static synchronized AuthServer start() {
        var server = new AuthServer();
        running = server;
        return server;
    }

    static synchronized void stop(AuthServer server) {
        server.close();
        if (running == server) {
            running = null;
        }
    }

    private static synchronized AuthServer running() {
        var server = running;
        if (server == null) {
            throw new IllegalStateException(
                    "No auth server: annotate the test with @QuarkusTestResource(AuthServerResource.class)");
        }
        return server;
    }

    /** Refuses every token of this service, whenever issued. */
    public static void revokeService(String clientId) {
        revoke("sub", clientId, null);
    }

    /** Refuses every token of this person, whenever issued. */
    public static void revokeSubject(String subject) {
        revoke("sub", TestTokens.idOf(subject).toString(), null);
    }

    /** Refuses the tokens of this person that were issued before now, as after a ban or a change of role. */
    public static void revokeSubjectBefore(String subject, Instant issuedBefore) {
        revoke("sub", TestTokens.idOf(subject).toString(), issuedBefore);
    }

    /** Refuses the tokens of this session, as after signing out. */
    public static void revokeSession(UUID session) {
        revoke("sid", session.toString(), null);
    }

    /** Refuses one token. */
    public static void revokeToken(String tokenId) {
        revoke("jti", tokenId, null);
    }

    /** Takes everything off the revocation list. */
    public static void forgetRevocations() {
        running().revocations.clear();
    }

    /** Makes a person known; the returned value carries defaults (zone UTC, locale en). */
    public static Person person(String subject, String name, String email) {
        var id = TestTokens.idOf(subject);
        return person(new Person(id, name, null, "UTC", "en", email));
    }

    /** Makes a person known or changes what is known. */
    public static Person person(Person person) {
        running().people.put(person.id(), person);
        return person;
    }

    /** Says who has a role or one that includes it. */
    public static void members(String role, Person... members) {
        running().members.put(role, Stream.of(members).map(Person::id).toList());
    }

    /** Forgets everybody. */
    public static void forgetPeople() {
        running().members.clear();
        running().people.clear();
    }

    /** Cuts the server off: connections are closed without an answer until {@link #reconnect()}. */
    public static void disconnect() {
        running().reachable(false);
    }

    /** Ends what {@link #disconnect()} began. */
    public static void reconnect() {
        running().reachable(true);
    }

    /** How many requests arrived for a path, like {@code /auth/jwks}, answered or not. */
    public static int requestsFor(String path) {
        return running().requests(path);
    }

    private static void revoke(String kind, String value, @Nullable Instant issuedBefore) {
        var entry = new LinkedHashMap<String, String>();
        entry.put("kind", kind);
        entry.put("value", value);
        if (issuedBefore != null) {
            entry.put("issuedBefore", issuedBefore.toString());
        }
        entry.put("until", Clock.systemUTC().instant().plus(Duration.ofHours(1)).toString());
        running().revocations.add(entry);
    }

    String clientSecret() {
        return clientSecret;
    }

    @Override
    Answer answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /auth/jwks" -> Answer.json(200, TestTokens.jwks()).header("Cache-Control", "public, max-age=300");
            case "POST /auth/oauth/token" -> token(request);
            case "GET /auth/revocations" -> revocationList(request);
            case "GET /auth/people" -> peopleList(request);
            case "GET /auth/people/members" -> memberList(request);
            default -> Answer.empty(404);
        };
    }

    private Answer token(Request request) {
        var form = request.form();
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return Answer.json(400, Json.write(Map.of("error", "unsupported_grant_type")));
        }
        var client = client(request, form);
        if (client == null) {
            return Answer.json(401, Json.write(Map.of("error", "invalid_client")));
        }
        var scope = form.getOrDefault("scope", scopesOf(client));
        var token = TestTokens.service(client)
                .scopes(scope)
                .audience(form.getOrDefault("audience", "auth-service"))
                .sign();
        issued.put(token, scope);
        return Answer.json(
                        200,
                        Json.write(Map.of(
                                "access_token", token, "token_type", "Bearer", "expires_in", 600, "scope", scope)))
                .header("Cache-Control", "no-store");
    }

    private static String scopesOf(String client) {
        return switch (client) {
            case "ectlog-service" -> "revocations:read notifications:send people:read";
            case "notification-service" -> "revocations:read people:read people:mail";
            default -> "revocations:read";
        };
    }

    private @Nullable String client(Request request, Map<String, String> form) {
        var authorization = request.header("Authorization");
        if (authorization != null && authorization.startsWith("Basic ")) {
            var pair = new String(
                    Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon > 0 && pair.substring(colon + 1).equals(clientSecret) ? pair.substring(0, colon) : null;
        }
        return clientSecret.equals(form.get("client_secret")) ? form.get("client_id") : null;
    }

    private boolean may(Request request, String scope) {
        return scopesOf(request).contains(scope);
    }

    private Set<String> scopesOf(Request request) {
        var authorization = request.header("Authorization");
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return Set.of();
        }
        var scopes = issued.get(authorization.substring("Bearer ".length()));
        return scopes == null ? Set.of() : Set.copyOf(Arrays.asList(scopes.split(" ", -1)));
    }

    private Answer revocationList(Request request) {
        if (!may(request, "revocations:read")) {
            return Answer.empty(401);
        }
        var body = Json.write(Map.of("entries", List.copyOf(revocations)));
        var tag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
        if (tag.equals(request.header("If-None-Match"))) {
            return Answer.empty(304).header("ETag", tag);
        }
        return Answer.json(200, body).header("ETag", tag);
    }

    private Answer peopleList(Request request) {
        if (!may(request, "people:read")) {
            return Answer.empty(401);
        }
        var ids = request.query().getOrDefault("ids", "");
        var items = new ArrayList<Map<String, Object>>();
        for (var id : ids.split(",", -1)) {
            var person = people.get(UUID.fromString(id));
            if (person != null) {
                items.add(view(person, may(request, "people:mail")));
            }
        }
        return Answer.json(200, Json.write(Map.of("items", items)));
    }

    /** A page holds two, so that whoever asks has to turn it. */
    private Answer memberList(Request request) {
        if (!may(request, "people:mail")) {
            return Answer.empty(401);
        }
        var all = members.getOrDefault(request.query().getOrDefault("role", ""), List.of());
        var from = Integer.parseInt(request.query().getOrDefault("cursor", "0"));
        var to = Math.min(from + 2, all.size());
        var page = new LinkedHashMap<String, Object>();
        page.put("items", all.subList(from, to).stream().map(UUID::toString).toList());
        page.put("next", to < all.size() ? String.valueOf(to) : null);
        return Answer.json(200, Json.write(page));
    }

    private static Map<String, Object> view(Person person, boolean withMail) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", person.id().toString());
        view.put("name", person.name());
        if (person.callsign() != null) {
            view.put("callsign", person.callsign());
        }
        view.put("zone", person.zone());
        view.put("locale", person.locale());
        if (withMail && person.email() != null) {
            view.put("email", person.email());
        }
        return view;
    }
}
