package org.ectsuite.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * Sends every operation of an OpenAPI document what no decent program would send, as nobody and as somebody, and proves
 * that the application neither breaks nor talks: no status from 500 on, no refusal without words for programs or people,
 * and nothing of its inside in what it says.
 *
 * <p>The same seed sends the same requests. {@code -Dfuzz.seed} and {@code -Dfuzz.rounds} (requests for each operation
 * and caller) make another or a longer run.
 */
public final class EndpointFuzz {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "head", "patch");

    /** What only somebody who reads the source or the log should see. */
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\bat [a-z]+\\.[\\w.]+\\(|org\\.(ectsuite|hibernate|jboss)|io\\.vertx|PgException");

    private static final int FRESH_CALLERS = 20;

    /** As long as 256 random bits in base64url. */
    private static final int SECRET_LENGTH = 43;

    private static final List<String> SECRET_LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                    .chars()
                    .mapToObj(Character::toString)
                    .toList();

    private final URI origin;
    private final URI document;
    private final Map<String, Supplier<String>> callers;
    private final List<String> cookies;
    private final List<String> ids;

    private EndpointFuzz(
            URI origin, URI document, Map<String, Supplier<String>> callers, List<String> cookies, List<String> ids) {
        this.origin = origin;
        this.document = document;
        this.callers = callers;
        this.cookies = cookies;
        this.ids = ids;
    }

    /** Of the application under test, whose OpenAPI document lies at this path. */
    public static EndpointFuzz of(String document) {
        URI origin = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        return new EndpointFuzz(origin, origin.resolve(document), Map.of(), List.of(), List.of());
    }

    /**
     * Asks as somebody, too.
     *
     * @param token gives an access token; asked again when the last one is worth nothing any more
     */
    public EndpointFuzz as(String caller, Supplier<String> token) {
        Map<String, Supplier<String>> more = new LinkedHashMap<>(callers);
        more.put(caller, token);
        return new EndpointFuzz(origin, document, more, cookies, ids);
    }

    /** Sends nonsense in these cookies now and then. */
    public EndpointFuzz cookies(String... names) {
        return new EndpointFuzz(origin, document, callers, List.of(names), ids);
    }

    /** Puts these into paths now and then, so that requests get past the question whether there is such a thing. */
    public EndpointFuzz ids(String... existing) {
        return new EndpointFuzz(origin, document, callers, cookies, List.of(existing));
    }

    /**
     * Sends all requests, and fails with what went wrong. Returns how many it sent.
     *
     * @param rounds how often each operation is asked by each caller
     */
    public int verify(int rounds) {
        long seed = Long.getLong("fuzz.seed", 20_260_312L);
        int times = Integer.getInteger("fuzz.rounds", rounds);
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            JsonNode description = fetch(client);
            List<Operation> operations = operations(description);
            List<String> faults = new ArrayList<>();
            int sent = fuzz(
                    client,
                    operations,
                    callers(),
                    new HostileValues(description, new SplittableRandom(seed)),
                    times,
                    faults);
            Assertions.assertThat(faults)
                    .as("requests that went wrong, of %d with -Dfuzz.seed=%d -Dfuzz.rounds=%d", sent, seed, times)
                    .isEmpty();
            return sent;
        }
    }

    private int fuzz(
            HttpClient client,
            List<Operation> operations,
            List<Caller> all,
            HostileValues hostile,
            int rounds,
            List<String> faults) {
        int sent = 0;
        for (Caller caller : all) {
            for (Operation operation : operations) {
                for (int round = 0; round < rounds; round++) {
                    Shot shot = shot(operation, hostile);
                    HttpResponse<String> response = send(client, shot.request(caller.authorization()));
                    sent++;
                    caller.heard(response.statusCode());
                    fault(response).ifPresent(fault -> faults.add(fault + " to " + caller.name + ": " + shot));
                }
            }
        }
        return sent;
    }

    private static Optional<String> fault(HttpResponse<String> response) {
        int status = response.statusCode();
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (status >= 500) {
            return Optional.of(status + " " + response.body());
        }
        if (INSIDE.matcher(response.body()).find()) {
            return Optional.of("talks of its inside: " + response.body());
        }
        boolean silent = status >= 400
                && response.body().isEmpty()
                && !"HEAD".equals(response.request().method());
        return silent || (status >= 400 && !type.startsWith("application/") && !type.startsWith("text/html"))
                ? Optional.of(status + " without words, type '" + type + "'")
                : Optional.empty();
    }

    private Shot shot(Operation operation, HostileValues hostile) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        Map<String, String> headers = new LinkedHashMap<>();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            String value = cut(hostile.text(parameter.path("schema")));
            switch (parameter.path("in").asText()) {
                case "path" -> {
                    String part = !ids.isEmpty() && hostile.chance(60) ? hostile.oneOf(ids) : value;
                    path = path.replace("{" + name + "}", encoded(part));
                }
                case "query" -> {
                    for (int times = hostile.chance(50) ? 1 : hostile.chance(20) ? 2 : 0; times > 0; times--) {
                        query.append(query.isEmpty() ? "?" : "&").append(encoded(name) + "=" + encoded(value));
                    }
                }
                case "header" -> {
                    if (hostile.chance(70)) {
                        headers.put(name, printable(value));
                    }
                }
                default -> {}
            }
        }
        for (String cookie : cookies) {
            if (hostile.chance(15)) {
                headers.merge("Cookie", cookie + "=" + cookieValue(hostile), (a, b) -> a + "; " + b);
            }
        }
        if (hostile.chance(80)) {
            headers.put("Accept", hostile.oneOf(List.of("*/*", "application/json", "text/html", "image/png", "x;q=y")));
        }
        String body = "";
        if (!operation.bodies().isEmpty()) {
            String type = hostile.oneOf(operation.bodies());
            body = body(type, operation.schema(type), hostile);
            headers.put("Content-Type", hostile.chance(92) ? type : hostile.oneOf(List.of("text/plain", "x/y", "x")));
        }
        return new Shot(operation.method(), origin.resolve(path.replaceAll("\\{[^}]*}", "x") + query), headers, body);
    }

    /** Nonsense, or what looks like one of our secrets and is none: that gets past the check of its form. */
    private static String cookieValue(HostileValues hostile) {
        if (hostile.chance(50)) {
            return printable(hostile.text()).replace(';', '.');
        }
        String secret = Stream.generate(() -> hostile.oneOf(SECRET_LETTERS))
                .limit(SECRET_LENGTH)
                .collect(Collectors.joining());
        return hostile.oneOf(List.of(secret, secret + "." + secret, '"' + secret + '"', secret + "=", ""));
    }

    private static String body(String type, JsonNode schema, HostileValues hostile) {
        if (hostile.chance(8)) {
            return hostile.oneOf(
                    List.of("", "{", "null", "[]", "\"", "{\"a\":1,\"a\":2}", "[".repeat(5_000), "\u0000"));
        }
        JsonNode value = hostile.json(schema);
        if (!type.contains("form-urlencoded")) {
            return value.toString();
        }
        StringBuilder form = new StringBuilder();
        value.properties()
                .forEach(field -> form.append(form.isEmpty() ? "" : "&")
                        .append(encoded(field.getKey()))
                        .append('=')
                        .append(encoded(field.getValue().asText())));
        return form.toString();
    }

    private List<Operation> operations(JsonNode description) {
        List<Operation> found = new ArrayList<>();
        for (var path : description.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    List<JsonNode> parameters = new ArrayList<>();
                    path.getValue().path("parameters").forEach(parameters::add);
                    operation.getValue().path("parameters").forEach(parameters::add);
                    found.add(new Operation(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            parameters,
                            operation.getValue().path("requestBody").path("content")));
                }
            }
        }
        return found;
    }

    private List<Caller> callers() {
        List<Caller> all = new ArrayList<>();
        all.add(new Caller("nobody", () -> ""));
        callers.forEach((name, token) -> all.add(new Caller(name, token)));
        return all;
    }

    private JsonNode fetch(HttpClient client) {
        HttpRequest request = HttpRequest.newBuilder(document.resolve(document.getRawPath() + "?format=json"))
                .header("Accept", "application/json")
                .build();
        HttpResponse<String> response = send(client, request);
        Assertions.assertThat(response.statusCode())
                .as("status of %s", document)
                .isEqualTo(200);
        return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Longer lines are refused before any endpoint is asked. */
    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What the client that sends it lets stand in a header. */
    private static String printable(String text) {
        return cut(text.replaceAll("[^\\x20-\\x7E]", "?").strip());
    }

    private record Operation(String method, String path, List<JsonNode> parameters, JsonNode content) {

        List<String> bodies() {
            List<String> types = new ArrayList<>();
            content.fieldNames().forEachRemaining(type -> types.add(type.contains("*") ? "application/json" : type));
            return types;
        }

        JsonNode schema(String type) {
            return content.path(type).path("schema");
        }
    }

    private record Shot(String method, URI address, Map<String, String> headers, String body) {

        HttpRequest request(String authorization) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(20))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            headers.forEach(request::header);
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            return request.build();
        }

        @Override
        public String toString() {
            String shown = body.length() > 300 ? body.substring(0, 300) + "…" : body;
            return method + " " + address + " " + headers + " " + shown;
        }
    }

    /** Somebody who asks, with a token that may die of what was asked. */
    private static final class Caller {
        private final String name;
        private final Supplier<String> token;
        private String current;
        private int fresh;

        Caller(String name, Supplier<String> token) {
            this.name = name;
            this.token = token;
            this.current = token.get();
        }

        String authorization() {
            return current.isEmpty() ? "" : "Bearer " + current;
        }

        void heard(int status) {
            if (status == 401 && !current.isEmpty() && fresh < FRESH_CALLERS) {
                fresh++;
                current = token.get();
            }
        }
    }
}
