package org.ectsuite.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/**
 * Compares the OpenAPI document that the application under test serves with the one that is committed, {@code
 * contracts/<service>.openapi.json}: {@code OpenApiContract.verify("ectlog-service", "/ectlog/q/openapi")}.
 *
 * <p>With {@code -Dcontracts.update=true} it rewrites the committed document instead; the difference then shows in the
 * review of the change.
 */
public final class OpenApiContract {
    private static final String UPDATE = "contracts.update";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private OpenApiContract() {}

    /**
     * Fails if the documents differ.
     *
     * @param service the service, which names the committed file
     * @param document where the application serves its document
     */
    public static void verify(String service, String document) {
        String served = canonical(RestAssured.given()
                // The path is absolute; Quarkus sets the root path of the application as base.
                .basePath("")
                .queryParam("format", "json")
                .get(document)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        Path committed = contracts().resolve(service + ".openapi.json");
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.writeString(committed, served);
                return;
            }
            Assertions.assertThat(committed).as("the contract of %s", service).exists();
            Assertions.assertThat(served)
                    .as("what %s serves; if the change is meant, run the test with -D%s=true", service, UPDATE)
                    .isEqualTo(Files.readString(committed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sorted members and a newline at the end: a document that differs in nothing looks the same. */
    private static String canonical(byte[] json) {
        try {
            JsonNode document = Json.read(json);
            // Only maps are sorted by the mapper, so the tree goes through one.
            return MAPPER.writeValueAsString(MAPPER.treeToValue(document, Object.class)) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder at the root of the repository, wherever within it the tests run. */
    private static Path contracts() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                Path contracts = folder.resolve("contracts");
                try {
                    return Files.createDirectories(contracts);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalStateException("The tests do not run within the repository");
    }
}
