package org.ectsuite.ectlog.checkin;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.callsign;
import static org.ectsuite.ectlog.Api.callsignOf;
import static org.ectsuite.ectlog.Api.checkIn;
import static org.ectsuite.ectlog.Api.draft;
import static org.ectsuite.ectlog.Api.grant;
import static org.ectsuite.ectlog.Api.idOf;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.net;
import static org.ectsuite.ectlog.Api.patch;
import static org.ectsuite.ectlog.Api.person;
import static org.ectsuite.ectlog.Api.step;
import static org.ectsuite.ectlog.Api.tryCheckIn;
import static org.ectsuite.ectlog.Api.user;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CheckInResourceTest {

    @Test
    void logs_a_station_by_its_callsign_alone() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String call = callsign();

        // When
        Response response = tryCheckIn(ncs, net, Map.of("callsign", "  " + call.toLowerCase(Locale.ROOT) + "/p "));

        // Then
        response.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", not(nullValue()))
                .body("callsign", is(call + "/P"))
                .body("base", is(call))
                .body("suffix", is("P"))
                .body("prefix", nullValue())
                .body("tactical", is(false))
                .body("status", is("CHECKED_IN"))
                .body("number", is(1))
                .body("version", is(1))
                .body("netId", is(net))
                .body("loggedBy.userId", is(idOf(ncs).toString()))
                .body("loggedBy.callsign", is(callsignOf(ncs)))
                .body("recheckOf", nullValue())
                .body("userId", nullValue())
                .body("checkedInAt", notNullValue())
                .body("checkedOutAt", nullValue())
                .body("customFields", equalTo(Map.of()))
                .body("deleted", is(false));
    }

    @Test
    void keeps_all_that_is_said_of_a_station() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        Map<String, Object> body = new HashMap<>();
        body.put("callsign", "EOC1");
        body.put("tactical", true);
        body.put("name", "Ann O'Neill");
        body.put("location", "FN43rp <b>shelter</b>");
        body.put("status", "HAS_TRAFFIC");
        body.put("relayedBy", "k1abc");
        body.put("notes", "line one\nline two; '; DROP TABLE net; --");
        body.put("weather", "<script>alert('xss')</script>");
        body.put("power", "battery");
        body.put("customFields", Map.of("team", "../../etc/passwd"));

        // When
        Response response = tryCheckIn(ncs, net, body);

        // Then
        String id = response.then().statusCode(201).extract().path("id");
        as(ncs).get("/ectlog/nets/{net}/check-ins/{id}", net, id)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("callsign", is("EOC1"))
                .body("base", is("EOC1"))
                .body("tactical", is(true))
                .body("name", is("Ann O'Neill"))
                .body("location", is("FN43rp <b>shelter</b>"))
                .body("status", is("HAS_TRAFFIC"))
                .body("relayedBy", is("K1ABC"))
                .body("notes", is("line one\nline two; '; DROP TABLE net; --"))
                .body("weather", is("<script>alert('xss')</script>"))
                .body("power", is("battery"))
                .body("customFields", equalTo(Map.of("team", "../../etc/passwd")));
    }

    @Test
    void has_exactly_one_live_row_when_two_log_the_same_callsign_at_the_same_moment() throws Exception {
        // Given
        TestTokens one = ncs();
        TestTokens other = person("LOGGER");
        String net = net(one);
        int rounds = 60;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < rounds; round++) {
                String call = callsign();
                CyclicBarrier together = new CyclicBarrier(2);

                // When
                List<Future<Response>> attempts = new ArrayList<>();
                for (TestTokens who : List.of(one, other)) {
                    Callable<Response> attempt = () -> {
                        together.await(10, SECONDS);
                        return tryCheckIn(who, net, Map.of("callsign", call));
                    };
                    attempts.add(threads.submit(attempt));
                }
                Response first = attempts.get(0).get(20, SECONDS);
                Response second = attempts.get(1).get(20, SECONDS);

                // Then
                assertThat(List.of(first.statusCode(), second.statusCode())).containsExactlyInAnyOrder(201, 409);
                Response won = first.statusCode() == 201 ? first : second;
                Response lost = first.statusCode() == 201 ? second : first;
                TestTokens winner = first.statusCode() == 201 ? one : other;
                lost.then()
                        .contentType("application/problem+json")
                        .body("code", is("already-checked-in"))
                        .body("checkInId", is(won.jsonPath().getString("id")))
                        .body("loggedBy.userId", is(idOf(winner).toString()))
                        .body("loggedBy.callsign", is(callsignOf(winner)))
                        .body("loggedAt", is(won.jsonPath().getString("checkedInAt")));
            }
        }
        JsonPath log = as(one).get("/ectlog/nets/{net}", net).jsonPath();
        assertThat(log.getInt("counts.live")).isEqualTo(rounds);
        assertThat(log.getInt("counts.stations")).isEqualTo(rounds);
    }

    @Test
    void has_exactly_one_live_row_when_many_log_the_same_callsign_at_the_same_moment() throws Exception {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String call = callsign();
        int loggers = 12;
        CyclicBarrier together = new CyclicBarrier(loggers);
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(loggers)) {
            List<Future<Integer>> attempts = new ArrayList<>();
            for (int i = 0; i < loggers; i++) {
                Callable<Integer> attempt = () -> {
                    together.await(10, SECONDS);
                    return tryCheckIn(ncs, net, Map.of("callsign", call)).statusCode();
                };
                attempts.add(threads.submit(attempt));
            }

            // When
            for (Future<Integer> attempt : attempts) {
                statuses.add(attempt.get(20, SECONDS));
            }
        }

        // Then
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(loggers - 1);
    }

    @Test
    void numbers_rows_and_events_without_gaps_when_many_log_at_once() throws Exception {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        int stations = 80;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> attempts = new ArrayList<>();
            for (int i = 0; i < stations; i++) {
                // Every fourth attempt fails and must leave no gap.
                String call = i % 4 == 3 ? "W1AW" : callsign();
                attempts.add(threads.submit(
                        () -> tryCheckIn(ncs, net, Map.of("callsign", call)).statusCode()));
            }

            // When
            for (Future<Integer> attempt : attempts) {
                attempt.get(20, SECONDS);
            }
        }

        // Then
        int rows = stations * 3 / 4 + 1;
        List<Integer> numbers = as(ncs).get("/ectlog/nets/{net}/check-ins?limit=200", net)
                .jsonPath()
                .getList("items.number");
        assertThat(numbers)
                .containsExactlyElementsOf(
                        Stream.iterate(1, n -> n + 1).limit(rows).toList());
        List<Integer> sequences = as(ncs).get("/ectlog/nets/{net}/journal?limit=200", net)
                .jsonPath()
                .getList("items.sequence");
        assertThat(sequences)
                .containsExactlyElementsOf(
                        Stream.iterate(1, n -> n + 1).limit(sequences.size()).toList());
        assertThat(sequences).hasSize(rows + 3);
    }

    @Test
    void refuses_a_station_that_is_there_and_says_who_logged_it() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        Response first = checkIn(ncs, net, "W1AW");

        // When
        Response second = tryCheckIn(person("LOGGER"), net, Map.of("callsign", "w1aw"));

        // Then
        second.then()
                .statusCode(409)
                .body("code", is("already-checked-in"))
                .body("checkInId", is(first.jsonPath().getString("id")))
                .body("loggedBy.userId", is(idOf(ncs).toString()));
    }

    @Test
    void takes_the_same_station_in_another_guise_or_another_net() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        checkIn(ncs, net, "W1AW");

        // When, Then
        checkIn(ncs, net, "W1AW/P");
        checkIn(ncs, net(ncs), "W1AW");
    }

    @Test
    void logs_a_station_that_checked_out_as_a_re_check_of_its_first_row() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String call = callsign();
        String first = tryCheckIn(ncs, net, Map.of("callsign", call, "name", "Ann", "location", "FN43"))
                .path("id");
        checkOut(ncs, net, first, 1);
        String second = checkIn(ncs, net, call).path("id");
        checkOut(ncs, net, second, 1);

        // When
        Response third = checkIn(ncs, net, call);

        // Then
        third.then()
                .body("recheckOf", is(first))
                .body("name", is("Ann"))
                .body("location", is("FN43"))
                .body("number", is(3));
        as(ncs).get("/ectlog/nets/{net}", net)
                .then()
                .body("counts.stations", is(1))
                .body("counts.live", is(1))
                .body("counts.rechecks", is(2));
    }

    @Test
    void fills_in_what_is_known_of_a_station_and_not_what_is_given() {
        // Given
        TestTokens ncs = ncs();
        String call = callsign();
        tryCheckIn(ncs, net(ncs), Map.of("callsign", call, "name", "Ann", "location", "FN43"))
                .then()
                .statusCode(201);

        // When
        Response response = tryCheckIn(ncs, net(ncs), Map.of("callsign", call, "location", "on the hill"));

        // Then
        response.then().statusCode(201).body("name", is("Ann")).body("location", is("on the hill"));
    }

    @Test
    void sets_and_takes_back_the_time_of_checking_out() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String id = checkIn(ncs, net, "W1AW").path("id");

        // When
        String outAt = patch(ncs, net, id, 1, Map.of("status", "CHECKED_OUT"))
                .statusCode(200)
                .body("status", is("CHECKED_OUT"))
                .extract()
                .path("checkedOutAt");

        // Then
        assertThat(outAt).isNotNull();
        patch(ncs, net, id, 2, Map.of("notes", "gone")).statusCode(200).body("checkedOutAt", is(outAt));
        patch(ncs, net, id, 3, Map.of("status", "LISTENING")).statusCode(200).body("checkedOutAt", nullValue());
    }

    @Test
    void does_not_bring_a_station_back_beside_its_re_check() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String first = checkIn(ncs, net, "W1AW").path("id");
        checkOut(ncs, net, first, 1);
        String second = checkIn(ncs, net, "W1AW").path("id");

        // When, Then
        patch(ncs, net, first, 2, Map.of("status", "CHECKED_IN"))
                .statusCode(409)
                .body("code", is("already-checked-in"))
                .body("checkInId", is(second));
    }

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

    @ParameterizedTest
    @CsvSource({
        "VE3/W1AW/P, W1AW, VE3, P",
        "3DA0RS, 3DA0RS, ,",
        "GB13COL, GB13COL, ,",
        "II0ABCD, II0ABCD, ,",
        "WRTN123, WRTN123, ,"
    })
    void parses_callsigns(String text, String base, String prefix, String suffix) {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);

        // When, Then
        checkIn(ncs, net, text)
                .then()
                .body("callsign", is(text))
                .body("base", is(base))
                .body("prefix", is(prefix))
                .body("suffix", is(suffix));
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

    @Test
    void changes_only_the_fields_that_are_given() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String id = tryCheckIn(
                        ncs, net, Map.of("callsign", callsign(), "name", "Ann", "location", "FN43", "notes", "n"))
                .path("id");

        // When
        Map<String, Object> change = new HashMap<>();
        change.put("location", "on the hill");
        change.put("notes", null);
        patch(ncs, net, id, 1, change)

                // Then
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", is(2))
                .body("name", is("Ann"))
                .body("location", is("on the hill"))
                .body("notes", nullValue());
    }

    @Test
    void lets_the_later_of_two_changes_to_one_version_see_the_conflict() throws Exception {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        for (int round = 0; round < 20; round++) {
            String id = checkIn(ncs, net, callsign()).path("id");
            CyclicBarrier together = new CyclicBarrier(2);
            List<Integer> statuses = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Future<Integer>> attempts = new ArrayList<>();
                for (String status : List.of("AWAY", "LISTENING")) {
                    Callable<Integer> attempt = () -> {
                        together.await(10, SECONDS);
                        return patch(ncs, net, id, 1, Map.of("status", status))
                                .extract()
                                .statusCode();
                    };
                    attempts.add(threads.submit(attempt));
                }

                // When
                for (Future<Integer> attempt : attempts) {
                    statuses.add(attempt.get(20, SECONDS));
                }
            }

            // Then
            assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void demands_the_version_that_is_changed() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String id = checkIn(ncs, net, "W1AW").path("id");

        // When, Then
        as(ncs).body(Map.of("name", "Ann"))
                .patch("/ectlog/nets/{net}/check-ins/{id}", net, id)
                .then()
                .statusCode(428)
                .body("code", is("version-required"));
        patch(ncs, net, id, 7, Map.of("name", "Ann")).statusCode(412).body("code", is("stale-version"));
    }

    @Test
    void deletes_and_restores_a_row() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String call = callsign();
        String id = checkIn(ncs, net, call).path("id");

        // When
        as(ncs).delete("/ectlog/nets/{net}/check-ins/{id}", net, id)
                .then()
                .statusCode(200)
                .body("deleted", is(true))
                .body("version", is(2));

        // Then
        as(ncs).get("/ectlog/nets/{net}/check-ins", net).then().body("items", hasSize(0));
        as(ncs).get("/ectlog/nets/{net}/check-ins?deleted=true", net).then().body("items.id", contains(id));
        as(ncs).get("/ectlog/stations?q=" + call).then().statusCode(200).body("callsign", hasSize(0));
        patch(ncs, net, id, 2, Map.of("name", "Ann")).statusCode(409).body("code", is("check-in-deleted"));
        as(ncs).post("/ectlog/nets/{net}/check-ins/{id}/restore", net, id)
                .then()
                .statusCode(200)
                .body("deleted", is(false))
                .body("version", is(3))
                .body("number", is(1));
        as(ncs).get("/ectlog/nets/{net}/check-ins", net).then().body("items.id", contains(id));
        as(ncs).get("/ectlog/stations?q=" + call).then().body("callsign", contains(call));
    }

    @Test
    void does_nothing_when_a_row_is_deleted_or_restored_twice() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String id = checkIn(ncs, net, callsign()).path("id");
        as(ncs).delete("/ectlog/nets/{net}/check-ins/{id}", net, id).then().statusCode(200);

        // When
        as(ncs).delete("/ectlog/nets/{net}/check-ins/{id}", net, id)

                // Then
                .then()
                .statusCode(200)
                .body("version", is(2));
    }

    @Test
    void logs_a_deleted_station_anew_and_then_does_not_restore_the_old_row() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String deleted = checkIn(ncs, net, "W1AW").path("id");
        as(ncs).delete("/ectlog/nets/{net}/check-ins/{id}", net, deleted).then().statusCode(200);
        String live = checkIn(ncs, net, "W1AW").path("id");

        // When, Then
        as(ncs).post("/ectlog/nets/{net}/check-ins/{id}/restore", net, deleted)
                .then()
                .statusCode(409)
                .body("code", is("already-checked-in"))
                .body("checkInId", is(live));
    }

    @Test
    void answers_a_repeat_with_the_first_result() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("callsign", "W1AW", "name", "Ann");
        Response first = as(ncs).header("Idempotency-Key", key).body(body).post("/ectlog/nets/{net}/check-ins", net);

        // When
        Response second = as(ncs).header("Idempotency-Key", key).body(body).post("/ectlog/nets/{net}/check-ins", net);

        // Then
        second.then().statusCode(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        as(ncs).header("Idempotency-Key", key)
                .body(Map.of("callsign", "K1ABC"))
                .post("/ectlog/nets/{net}/check-ins", net)
                .then()
                .statusCode(422)
                .body("code", is("idempotency-key-reused"));
        as(ncs).get("/ectlog/nets/{net}/check-ins", net).then().body("items", hasSize(1));
    }

    @Test
    void keeps_the_keys_of_different_people_and_nets_apart() {
        // Given
        TestTokens ncs = ncs();
        String key = UUID.randomUUID().toString();
        String net = net(ncs);
        as(ncs).header("Idempotency-Key", key)
                .body(Map.of("callsign", "W1AW"))
                .post("/ectlog/nets/{net}/check-ins", net)
                .then()
                .statusCode(201);

        // When, Then
        as(person("LOGGER"))
                .header("Idempotency-Key", key)
                .body(Map.of("callsign", "W1AW"))
                .post("/ectlog/nets/{net}/check-ins", net)
                .then()
                .statusCode(409);
        as(ncs).header("Idempotency-Key", key)
                .body(Map.of("callsign", "W1AW"))
                .post("/ectlog/nets/{net}/check-ins", net(ncs))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"DRAFT", "LOBBY", "CLOSED"})
    void is_open_in_the_lobby_and_on_the_air_only(String state) {
        // Given
        TestTokens ncs = ncs();
        String net = draft(ncs);
        if (!state.equals("DRAFT")) {
            step(ncs, net, "lobby").statusCode(200);
        }
        String id = null;
        if (state.equals("CLOSED")) {
            id = checkIn(ncs, net, callsign()).path("id");
            step(ncs, net, "close").statusCode(200);
        }

        // When
        Response response = tryCheckIn(ncs, net, Map.of("callsign", "W1AW"));

        // Then
        if (state.equals("LOBBY")) {
            response.then().statusCode(201);
        } else {
            response.then().statusCode(409).body("code", is("net-not-open")).body("netStatus", is(state));
        }
        if (id != null) {
            patch(ncs, net, id, 1, Map.of("name", "Ann")).statusCode(409).body("code", is("net-not-open"));
            as(ncs).delete("/ectlog/nets/{net}/check-ins/{id}", net, id).then().statusCode(409);
        }
    }

    @Test
    void lets_a_station_log_itself_and_nobody_else() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        TestTokens station = user();

        // When
        Response own = tryCheckIn(station, net, Map.of("callsign", callsignOf(station) + "/M"));

        // Then
        own.then().statusCode(201).body("userId", is(idOf(station).toString()));
        tryCheckIn(station, net, Map.of("callsign", callsign()))
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        tryCheckIn(station, net, Map.of("callsign", callsignOf(station), "tactical", true))
                .then()
                .statusCode(403);
    }

    @Test
    void lets_no_station_log_itself_where_the_net_does_not_permit_it() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs, Map.of("selfCheckIn", false));
        TestTokens station = user();

        // When, Then
        tryCheckIn(station, net, Map.of("callsign", callsignOf(station))).then().statusCode(403);
        checkIn(ncs, net, callsignOf(station));
    }

    @Test
    void lets_a_station_change_its_own_row_and_no_other() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        TestTokens station = user();
        String own = tryCheckIn(station, net, Map.of("callsign", callsignOf(station)))
                .path("id");
        String foreign = checkIn(ncs, net, callsign()).path("id");

        // When, Then
        patch(station, net, own, 1, Map.of("status", "AWAY")).statusCode(200);
        patch(station, net, own, 2, Map.of("callsign", callsign())).statusCode(403);
        patch(station, net, own, 2, Map.of("callsign", callsignOf(station) + "/P"))
                .statusCode(200)
                .body("userId", is(idOf(station).toString()));
        patch(station, net, foreign, 1, Map.of("status", "AWAY")).statusCode(403);
        as(station).delete("/ectlog/nets/{net}/check-ins/{id}", net, own).then().statusCode(403);
        as(station)
                .post("/ectlog/nets/{net}/check-ins/{id}/restore", net, own)
                .then()
                .statusCode(403);
    }

    @Test
    void grants_by_the_role_in_this_net_and_not_in_another() {
        // Given
        TestTokens ncs = ncs();
        String here = net(ncs);
        String elsewhere = net(ncs());
        TestTokens member = user();
        grant(ncs, here, member, "LOGGER").statusCode(200);

        // When, Then
        String row = checkIn(member, here, callsign()).path("id");
        patch(member, here, row, 1, Map.of("status", "AWAY")).statusCode(200);
        tryCheckIn(member, elsewhere, Map.of("callsign", callsign())).then().statusCode(403);
        // A row of one net under the address of another is not there.
        patch(member, elsewhere, row, 2, Map.of("status", "AWAY")).statusCode(404);
        as(member)
                .delete("/ectlog/nets/{net}/check-ins/{id}", elsewhere, row)
                .then()
                .statusCode(403);
    }

    @Test
    void lets_a_relay_log_others_and_correct_only_what_it_logged() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        TestTokens relay = user();
        grant(ncs, net, relay, "RELAY").statusCode(200);
        String foreign = checkIn(ncs, net, callsign()).path("id");

        // When
        String own = checkIn(relay, net, callsign()).path("id");

        // Then
        patch(relay, net, own, 1, Map.of("callsign", callsign())).statusCode(200);
        patch(relay, net, foreign, 1, Map.of("status", "AWAY")).statusCode(403);
        as(relay).delete("/ectlog/nets/{net}/check-ins/{id}", net, own).then().statusCode(403);
    }

    @Test
    void gives_back_the_log_in_pages_oldest_first() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(checkIn(ncs, net, callsign()).path("callsign"));
        }

        // When
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = as(user())
                    .queryParam("limit", 2)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/ectlog/nets/{net}/check-ins", net)
                    .jsonPath();
            seen.addAll(page.getList("items.callsign"));
            cursor = page.getString("next");
        } while (cursor != null);

        // Then
        assertThat(seen).isEqualTo(calls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=nonsense", "cursor=AAAA", "deleted=maybe"})
    void refuses_parameters_that_make_no_sense(String query) {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);

        // When, Then
        as(ncs).get("/ectlog/nets/" + net + "/check-ins?" + query).then().statusCode(greaterThanOrEqualTo(400));
    }

    @Test
    void chooses_the_only_frequency_of_the_net_and_refuses_one_of_another() {
        // Given
        TestTokens ncs = ncs();
        String mine = frequency(ncs);
        String other = frequency(ncs);
        String net = net(ncs, Map.of("frequencyIds", List.of(mine)));

        // When, Then
        checkIn(ncs, net, callsign()).then().body("frequencyId", is(mine));
        tryCheckIn(ncs, net, Map.of("callsign", callsign(), "frequencyId", other))
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("frequencyId"));
        String both = net(ncs, Map.of("frequencyIds", List.of(mine, other)));
        checkIn(ncs, both, callsign()).then().body("frequencyId", nullValue());
        tryCheckIn(ncs, both, Map.of("callsign", callsign(), "frequencyId", other))
                .then()
                .statusCode(201)
                .body("frequencyId", is(other));
    }

    private static String frequency(TestTokens ncs) {
        return as(ncs).body(Map.of(
                        "mode",
                        "DMR",
                        "network",
                        "Brandmeister",
                        "talkgroup",
                        UUID.randomUUID().toString()))
                .post("/ectlog/frequencies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void checkOut(TestTokens who, String net, String id, long version) {
        patch(who, net, id, version, Map.of("status", "CHECKED_OUT")).statusCode(200);
    }

    private static Map<String, String> fields(int count, int length) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            fields.put("field " + i, "x".repeat(length));
        }
        return fields;
    }
}
