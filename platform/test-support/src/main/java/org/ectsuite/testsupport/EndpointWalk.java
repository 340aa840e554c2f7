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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;

/**
 * Walks every operation of an OpenAPI document without a token and proves that all are closed but those named: {@code
 * EndpointWalk.of(openApiUrl).open("GET /ectlog/version").verify()}.
 *
 * <p>A closed operation answers 401 with a problem document and a {@code Bearer} challenge, before it looks at anything
 * else of the request. An operation named open must exist and must not answer 401.
 */
public final class EndpointWalk {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    private final URI origin;
    private final URI document;
    private final Set<String> open;

    private EndpointWalk(URI origin, URI document, Set<String> open) {
        this.origin = origin;
        this.document = document;
        this.open = open;
    }

    /**
     * Of the application under test.
     *
     * @param document where its OpenAPI document lies: a path on the application's own port, or a whole URL like that of
     *     the management port ({@code @TestHTTPResource(value = "/q/openapi", management = true)})
     */
    public static EndpointWalk of(String document) {
        var origin = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        return new EndpointWalk(origin, origin.resolve(document), Set.of());
    }

    /** Names operations that are open by intent, as method and path template: {@code GET /auth/jwks}. */
    public EndpointWalk open(String... operations) {
        var more = new LinkedHashSet<>(open);
        more.addAll(List.of(operations));
        return new EndpointWalk(origin, document, more);
    }

    /** Walks, and fails with the list of all operations that do not behave. Returns how many were walked. */
    public int verify() {
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            var paths = fetch(client).path("paths");
            var faults = new ArrayList<String>();
            var unseen = new TreeSet<>(open);
            int walked = 0;
            for (var path : paths.properties()) {
                for (var operation : path.getValue().properties()) {
                    if (!METHODS.contains(operation.getKey())) {
                        continue;
                    }
                    var method = operation.getKey().toUpperCase(Locale.ROOT);
                    var name = method + " " + path.getKey();
                    var response = call(client, method, path.getKey(), path.getValue(), operation.getValue());
                    fault(name, response).ifPresent(faults::add);
                    unseen.remove(name);
                    walked++;
                }
            }
            unseen.forEach(name -> faults.add(name + " is named open and is not in the document"));
            Assertions.assertThat(faults).as("operations of %s", document).isEmpty();
            Assertions.assertThat(walked).as("operations in %s", document).isPositive();
            return walked;
        }
    }

    private Optional<String> fault(String name, HttpResponse<Void> response) {
        int status = response.statusCode();
        if (open.contains(name)) {
            return status == 401 ? Optional.of(name + " is named open and answers 401") : Optional.empty();
        }
        if (status != 401) {
            return Optional.of(name + " answers " + status + " without a token");
        }
        var type = response.headers().firstValue("Content-Type").orElse("");
        boolean mute = name.startsWith("HEAD ");
        if (!mute && !type.startsWith("application/problem+json")) {
            return Optional.of(name + " refuses with content type '" + type + "'");
        }
        var challenge = response.headers().firstValue("WWW-Authenticate").orElse("");
        return challenge.startsWith("Bearer")
                ? Optional.empty()
                : Optional.of(name + " refuses with challenge '" + challenge + "'");
    }

    private JsonNode fetch(HttpClient client) {
        var request = HttpRequest.newBuilder(document.resolve(document.getRawPath() + "?format=json"))
                .header("Accept", "application/json")
                .build();
        var response = send(client, request, BodyHandlers.ofByteArray());
        Assertions.assertThat(response.statusCode())
                .as("status of %s", document)
                .isEqualTo(200);
        return Json.read(response.body());
    }

    private HttpResponse<Void> call(
            HttpClient client, String method, String path, JsonNode pathItem, JsonNode operation) {
        var types = new ArrayList<String>();
        operation.path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
        var request = HttpRequest.newBuilder(origin.resolve(filled(path, pathItem, operation)))
                .timeout(Duration.ofSeconds(10));
        if (types.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            var type = types.getFirst();
            request.header("Content-Type", type.contains("*") ? "application/json" : type)
                    .method(method, BodyPublishers.ofString(type.contains("json") || type.contains("*") ? "{}" : ""));
        }
        return send(client, request.build(), BodyHandlers.discarding());
    }

    /** Puts a sample value of the right type into each place of a path template. */
    private static String filled(String template, JsonNode pathItem, JsonNode operation) {
        var path = template;
        var parameters = new ArrayList<JsonNode>();
        pathItem.path("parameters").forEach(parameters::add);
        operation.path("parameters").forEach(parameters::add);
        for (var parameter : parameters) {
            if ("path".equals(parameter.path("in").asText())) {
                path = path.replace(
                        "{" + parameter.path("name").asText() + "}",
                        URLEncoder.encode(sample(parameter.path("schema")), StandardCharsets.UTF_8));
            }
        }
        return path.replaceAll("\\{[^}]*}", "x");
    }

    private static String sample(JsonNode schema) {
        var type = schema.path("type").asText();
        if ("integer".equals(type) || "number".equals(type)) {
            return "1";
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0).asText();
        }
        boolean uuid = "uuid".equals(schema.path("format").asText())
                || schema.path("$ref").asText().endsWith("/UUID");
        return uuid ? "01890a5d-ac96-774b-bcce-b302099a8057" : "x";
    }

    private static <T> HttpResponse<T> send(
            HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
