package org.ectsuite.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Plays Google, Microsoft and GitHub, strictly: codes are good once, for the client, the redirect URI and the verifier
 * that they were given for. And it can misbehave, one sign-in at a time. Its tokens are made by a library that the service
 * does not use.
 */
public final class ProviderServer {

    /** What goes wrong with a sign-in. */
    public enum Fault {
        WRONG_ISSUER,
        FOREIGN_TENANT,
        WRONG_NONCE,
        NO_NONCE,
        WRONG_AUDIENCE,
        SECOND_AUDIENCE,
        NO_SUBJECT,
        NO_SIGNATURE,
        SIGNATURE_BY_PUBLIC_KEY,
        FORGED_SIGNATURE,
        UNKNOWN_KEY,
        EXPIRED,
        MADE_LONG_AGO,
        MADE_TOMORROW,
        NO_ID_TOKEN,
        BROKEN_ID_TOKEN,
        UNKNOWN_CLIENT,
        FAILURE,
        NOT_JSON,
        SILENCE
    }

    /**
     * Somebody at a provider.
     *
     * @param provider google, microsoft or github
     * @param subject known by it
     * @param claims what the provider says besides; of GitHub the answers of its interface
     */
    public record Somebody(String provider, String subject, Map<String, Object> claims, Set<Fault> faults) {

        /** The same, but this time the provider misbehaves. */
        public Somebody with(Fault fault) {
            return new Somebody(provider, subject, claims, Set.of(fault));
        }

        /** The same, of whom something else is said. */
        public Somebody saying(String claim, Object value) {
            Map<String, Object> more = new HashMap<>(claims);
            more.put(claim, value);
            return new Somebody(provider, subject, more, faults);
        }
    }

    public static final String CLIENT_SECRET = "a secret that the provider gave to the suite";
    public static final String TENANT = "0a1b2c3d-0000-4000-8000-000000000001";
    public static final String OTHER_TENANT = "0a1b2c3d-0000-4000-8000-000000000002";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ProviderServer RUNNING = new ProviderServer();

    private final HttpServer server;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, Somebody> signedIn = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final Set<String> away = ConcurrentHashMap.newKeySet();
    private volatile RSAKey key = newKey();
    private volatile Supplier<Instant> clock = Clock.systemUTC()::instant;

    private record Grant(Somebody who, String clientId, String redirectUri, String challenge, String nonce) {}

    private ProviderServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** What the service under test is to know about the providers. */
    static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String provider : List.of("google", "microsoft", "github")) {
            settings.put("ect.auth.social." + provider + ".client-id", clientId(provider));
            settings.put("ect.auth.social." + provider + ".client-secret", CLIENT_SECRET);
        }
        settings.put("ect.auth.social.google.issuer", origin() + "/google");
        settings.put("ect.auth.social.microsoft.base-url", origin() + "/microsoft");
        settings.put("ect.auth.social.github.base-url", origin() + "/github");
        settings.put("ect.auth.social.github.api-url", origin() + "/github-api");
        settings.put("ect.auth.social.key-fetch-floor", "PT0S");
        settings.put("ect.auth.social.patience", "PT2S");
        return settings;
    }

    public static String origin() {
        return "http://127.0.0.1:" + RUNNING.server.getAddress().getPort();
    }

    private static String clientId(String provider) {
        return "ect-at-" + provider;
    }

    /** Somebody with a mailbox at Google. */
    public static Somebody atGoogle(String email) {
        return new Somebody(
                "google",
                UUID.randomUUID().toString(),
                Map.of("email", email, "email_verified", true, "hd", "example.org"),
                Set.of());
    }

    /** Somebody of a tenant that owns the domain of his address. */
    public static Somebody atMicrosoft(String email) {
        return new Somebody(
                "microsoft",
                UUID.randomUUID().toString(),
                Map.of("email", email, "tid", TENANT, "xms_edov", true, "preferred_username", email),
                Set.of());
    }

    /** Somebody with an address that he has shown to GitHub to be his. */
    public static Somebody atGitHub(String email) {
        String number = Integer.toString(Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000_000) + 1);
        return new Somebody(
                "github",
                number,
                Map.of(
                        "login",
                        "op" + number,
                        "mails",
                        List.of(
                                Map.of("email", "old-" + email, "primary", false, "verified", true),
                                Map.of("email", email, "primary", true, "verified", true))),
                Set.of());
    }

    /** Somebody signs in at the provider and agrees: the path to which his browser is sent back. */
    public static String agree(String address, Somebody who) {
        Map<String, String> asked = parameters(URI.create(address).getRawQuery());
        if (!address.startsWith(origin() + "/" + who.provider() + "/")
                || !clientId(who.provider()).equals(asked.get("client_id"))
                || !"code".equals(asked.get("response_type"))
                || !"S256".equals(asked.get("code_challenge_method"))) {
            throw new IllegalArgumentException("The provider would not even show a page: " + asked.keySet());
        }
        String code = UUID.randomUUID().toString();
        RUNNING.grants.put(
                code,
                new Grant(
                        who,
                        asked.getOrDefault("client_id", ""),
                        asked.getOrDefault("redirect_uri", ""),
                        asked.getOrDefault("code_challenge", ""),
                        asked.getOrDefault("nonce", "")));
        return back(address, Map.of("code", code));
    }

    /** The path to which a browser is sent back with this answer. */
    public static String back(String address, Map<String, String> answer) {
        Map<String, String> asked = parameters(URI.create(address).getRawQuery());
        StringBuilder path =
                new StringBuilder(URI.create(asked.get("redirect_uri")).getRawPath() + "?state=" + asked.get("state"));
        answer.forEach((name, value) ->
                path.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return path.toString();
    }

    /** From now on tokens are signed with another key, and the old one is gone. */
    public static void changeKeys() {
        RUNNING.key = newKey();
    }

    /** The provider breaks off every connection until it is back. */
    public static void leave(String provider) {
        RUNNING.away.add(provider);
    }

    /** All are there again, and tell the time by the clock on the wall. */
    public static void comeBack() {
        RUNNING.away.clear();
        RUNNING.clock = Clock.systemUTC()::instant;
    }

    /** The providers tell the time by this. */
    public static void tellTimeBy(Supplier<Instant> clock) {
        RUNNING.clock = clock;
    }

    /** How many requests arrived for a path. */
    public static int requests(String path) {
        return RUNNING.requests.getOrDefault(path, new AtomicInteger()).get();
    }

    private record Answer(int status, String body) {}

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
            if (away.stream().anyMatch(provider -> path.startsWith("/" + provider))) {
                // Closing without an answer is what is seen of a neighbour that dies.
                return;
            }
            Answer answer = answer(exchange, path);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange, String path) throws IOException {
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET /google/.well-known/openid-configuration" -> metadata("/google", origin() + "/google");
            case "GET /microsoft/common/v2.0/.well-known/openid-configuration" ->
                metadata("/microsoft", origin() + "/microsoft/{tenantid}/v2.0");
            case "GET /google/keys", "GET /microsoft/keys" ->
                new Answer(200, new JWKSet(key).toPublicJWKSet().toString());
            case "POST /google/token" -> token("google", form(exchange));
            case "POST /microsoft/token" -> token("microsoft", form(exchange));
            case "POST /github/login/oauth/access_token" -> token("github", form(exchange));
            case "GET /github-api/user" -> user(bearer(exchange));
            case "GET /github-api/user/emails" -> mails(bearer(exchange));
            default -> new Answer(404, "{}");
        };
    }

    private static Answer metadata(String base, String issuer) {
        return new Answer(
                200,
                json(Map.of(
                        "issuer",
                        issuer,
                        "authorization_endpoint",
                        origin() + base + "/authorize",
                        "token_endpoint",
                        origin() + base + "/token",
                        "jwks_uri",
                        origin() + base + "/keys")));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer token(String provider, Map<String, String> form) {
        Grant grant = grants.remove(form.getOrDefault("code", ""));
        if (grant == null || !fits(grant, provider, form)) {
            return provider.equals("github")
                    ? new Answer(200, json(Map.of("error", "bad_verification_code")))
                    : new Answer(400, json(Map.of("error", "invalid_grant")));
        }
        Set<Fault> faults = grant.who().faults();
        if (faults.contains(Fault.UNKNOWN_CLIENT)) {
            // As if the secret were another: it need not be one for everybody to be refused one sign-in.
            return provider.equals("github")
                    ? new Answer(200, json(Map.of("error", "incorrect_client_credentials")))
                    : new Answer(
                            401,
                            json(Map.of("error", "invalid_client", "error_description", form.get("client_secret"))));
        }
        if (faults.contains(Fault.FAILURE)) {
            return new Answer(500, "{}");
        }
        if (faults.contains(Fault.NOT_JSON)) {
            return new Answer(200, "<html>Please sign in to the wireless network</html>");
        }
        if (faults.contains(Fault.SILENCE)) {
            patiently();
        }
        String accessToken = UUID.randomUUID().toString();
        signedIn.put(accessToken, grant.who());
        Map<String, Object> answer =
                new HashMap<>(Map.of("access_token", accessToken, "token_type", "Bearer", "expires_in", 3600));
        if (!provider.equals("github") && !faults.contains(Fault.NO_ID_TOKEN)) {
            answer.put("id_token", idToken(grant));
        }
        return new Answer(200, json(answer));
    }

    private static boolean fits(Grant grant, String provider, Map<String, String> form) {
        return grant.who().provider().equals(provider)
                && "authorization_code".equals(form.get("grant_type"))
                && grant.clientId().equals(form.get("client_id"))
                && CLIENT_SECRET.equals(form.get("client_secret"))
                && grant.redirectUri().equals(form.get("redirect_uri"))
                && grant.challenge().equals(challenge(form.getOrDefault("code_verifier", "")));
    }

    /** Longer than anybody waits. */
    private static void patiently() {
        try {
            boolean _ = new CountDownLatch(1).await(4, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String idToken(Grant grant) {
        Somebody who = grant.who();
        Set<Fault> faults = who.faults();
        if (faults.contains(Fault.BROKEN_ID_TOKEN)) {
            return "eyJhbGciOiJSUzI1NiJ9.e30";
        }
        Instant now = clock.get();
        Instant made = faults.contains(Fault.MADE_LONG_AGO)
                ? now.minusSeconds(3600)
                : faults.contains(Fault.MADE_TOMORROW) ? now.plusSeconds(86_400) : now;
        Instant end = faults.contains(Fault.EXPIRED) ? now.minusSeconds(60) : made.plusSeconds(7200);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer(who))
                .audience(audiences(grant))
                .issueTime(Date.from(made))
                .expirationTime(Date.from(end));
        if (!faults.contains(Fault.NO_SUBJECT)) {
            claims.subject(who.subject());
        }
        if (!faults.contains(Fault.NO_NONCE)) {
            claims.claim("nonce", faults.contains(Fault.WRONG_NONCE) ? challenge("another") : grant.nonce());
        }
        who.claims().forEach(claims::claim);
        try {
            return sign(claims.build(), faults);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String issuer(Somebody who) {
        if (who.faults().contains(Fault.WRONG_ISSUER)) {
            return origin() + "/elsewhere";
        }
        if (who.provider().equals("google")) {
            return origin() + "/google";
        }
        Object tenant = who.faults().contains(Fault.FOREIGN_TENANT)
                ? OTHER_TENANT
                : who.claims().get("tid");
        return origin() + "/microsoft/" + tenant + "/v2.0";
    }

    private static List<String> audiences(Grant grant) {
        if (grant.who().faults().contains(Fault.WRONG_AUDIENCE)) {
            return List.of("another client");
        }
        return grant.who().faults().contains(Fault.SECOND_AUDIENCE)
                ? List.of(grant.clientId(), "another client")
                : List.of(grant.clientId());
    }

    private String sign(JWTClaimsSet claims, Set<Fault> faults) throws JOSEException {
        if (faults.contains(Fault.NO_SIGNATURE)) {
            return new PlainJWT(claims).serialize();
        }
        RSAKey signing = faults.contains(Fault.UNKNOWN_KEY) ? newKey() : key;
        if (faults.contains(Fault.SIGNATURE_BY_PUBLIC_KEY)) {
            byte[] published = key.toRSAPublicKey().getEncoded();
            return sign(claims, JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(published));
        }
        if (faults.contains(Fault.FORGED_SIGNATURE)) {
            return sign(claims, JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(newKey()));
        }
        return sign(claims, JWSAlgorithm.RS256, signing.getKeyID(), new RSASSASigner(signing));
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static Answer user(Somebody who) {
        return new Answer(
                200,
                json(Map.of(
                        "id",
                        Long.parseLong(who.subject()),
                        "login",
                        String.valueOf(who.claims().get("login")),
                        "email",
                        "public-" + UUID.randomUUID() + "@example.org")));
    }

    private static Answer mails(Somebody who) {
        return new Answer(200, json(who.claims().getOrDefault("mails", List.of())));
    }

    private Somebody bearer(HttpExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Somebody who = signedIn.get(authorization == null ? "" : authorization.substring("Bearer ".length()));
        if (who == null) {
            throw new IllegalArgumentException("Whose token is that?");
        }
        return who;
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        return parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return values;
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
