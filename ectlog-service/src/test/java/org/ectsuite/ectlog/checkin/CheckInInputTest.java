package org.ectsuite.ectlog.checkin;

import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.callsign;
import static org.ectsuite.ectlog.Api.checkIn;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.net;
import static org.ectsuite.ectlog.Api.patch;
import static org.ectsuite.ectlog.Api.tryCheckIn;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check-in may say, and how much of it. */
@QuarkusTest
class CheckInInputTest {

    @ParameterizedTest
    @ValueSource(strings = {"HELLO", "SHELTER2", "Q1ABC", "W1AW//P"})
    void refuses_what_is_no_callsign_unless_it_is_marked_as_tactical(String text) {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);

        // When, Then
        tryCheckIn(ncs, net, Map.of("callsign", text))
                .then()
                .statusCode(400)
                .body("code", is("not-a-callsign"))
                .body("errors.field", hasItem("callsign"));
        tryCheckIn(ncs, net, Map.of("callsign", text, "tactical", true))
                .then()
                .statusCode(201)
                .body("tactical", is(true))
                .body("base", is(text));
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("name", "x".repeat(100), "x".repeat(101)),
                Arguments.of("location", "x".repeat(200), "x".repeat(201)),
                Arguments.of("weather", "x".repeat(2000), "x".repeat(2001)),
                Arguments.of("notes", "x".repeat(2000), "x".repeat(2001)),
                Arguments.of("power", "x".repeat(100), "x".repeat(101)),
                Arguments.of("relayedBy", "W1" + "A".repeat(18), "W1" + "A".repeat(19)),
                Arguments.of("customFields", fields(50, 10), fields(51, 10)),
                Arguments.of("customFields", fields(1, 5000), fields(1, 5001)),
                Arguments.of("customFields", Map.of("k" + "x".repeat(99), "v"), Map.of("k" + "x".repeat(100), "v")));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void takes_texts_up_to_their_limits_and_no_longer(String field, Object fits, Object tooLong) {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String id = checkIn(ncs, net, callsign()).path("id");

        // When, Then
        tryCheckIn(ncs, net, Map.of("callsign", callsign(), field, fits)).then().statusCode(201);
        tryCheckIn(ncs, net, Map.of("callsign", callsign(), field, tooLong))
                .then()
                .statusCode(400)
                .body("code", is("validation-failed"));
        patch(ncs, net, id, 1, Map.of(field, tooLong)).statusCode(400).body("code", is("validation-failed"));
        patch(ncs, net, id, 1, Map.of(field, fits)).statusCode(200);
    }

    @Test
    void takes_a_callsign_of_twenty_characters_and_no_longer() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);

        // When, Then
        tryCheckIn(ncs, net, Map.of("callsign", "A".repeat(20), "tactical", true))
                .then()
                .statusCode(201);
        tryCheckIn(ncs, net, Map.of("callsign", "A".repeat(21), "tactical", true))
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"callsign\":null}",
                "{\"callsign\":7}",
                "{\"callsign\":\"W1AW\",\"colour\":\"red\"}",
                "{\"callsign\":\"W1AW\",\"status\":\"AVAILABLE\"}",
                "{\"callsign\":\"W1AW\",\"status\":1}",
                "{\"callsign\":\"W1AW\",\"status\":\"CHECKED_OUT\"}",
                "{\"callsign\":\"W1AW\",\"tactical\":\"true\"}",
                "{\"callsign\":\"W1AW\",\"name\":\"a\\u0000b\"}",
                "{\"callsign\":\"W1AW\",\"name\":\"a\\nb\"}",
                "{\"callsign\":\"W1AW\",\"notes\":\"a\\u0007b\"}",
                "{\"callsign\":\"W1AW\",\"name\":\"\\ud800\"}",
                "{\"callsign\":\"W1AW\",\"customFields\":[]}",
                "{\"callsign\":\"W1AW\",\"customFields\":{\"a\":1}}",
                "{\"callsign\":\"W1AW\",\"customFields\":{\"a\":null}}",
                "{\"callsign\":\"W1AW\",\"customFields\":{\"__proto__\":\"x\"}}",
                "{\"callsign\":\"W1AW\",\"customFields\":{\"\":\"x\"}}",
                "{\"callsign\":\"W1AW\",\"frequencyId\":\"x\"}",
                "{\"callsign\":\"W1AW\",\"frequencyId\":\"01890a5d-ac96-774b-bcce-b302099a8057\"}",
                "{\"callsign\":\"W-1\"}",
                "{\"callsign\":\"W1\\u0410W\"}",
                "[]",
                "null",
                "",
                "{"
            })
    void refuses_a_body_that_does_not_fit(String body) {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);

        // When, Then
        as(ncs).body(body)
                .post("/ectlog/nets/{net}/check-ins", net)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as(ncs).get("/ectlog/nets/{net}/check-ins", net).then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"callsign\":null}", "{\"status\":null}", "{\"status\":\"GONE\"}", "{\"colour\":\"red\"}",
                        "{\"name\":7}",
                "{\"number\":9}", "{\"version\":9}", "{\"deleted\":true}", "{\"loggedBy\":{}}",
                        "{\"callsign\":\"HELLO\"}"
            })
    void refuses_a_change_that_does_not_fit(String body) {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String id = checkIn(ncs, net, "W1AW").path("id");

        // When, Then
        as(ncs).header("If-Match", "\"1\"")
                .body(body)
                .patch("/ectlog/nets/{net}/check-ins/{id}", net, id)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private static Map<String, String> fields(int count, int length) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            fields.put("field " + i, "x".repeat(length));
        }
        return fields;
    }
}
