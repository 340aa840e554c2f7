package org.ectsuite.ectlog.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.callsign;
import static org.ectsuite.ectlog.Api.callsignOf;
import static org.ectsuite.ectlog.Api.checkIn;
import static org.ectsuite.ectlog.Api.draft;
import static org.ectsuite.ectlog.Api.idOf;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.net;
import static org.ectsuite.ectlog.Api.patch;
import static org.ectsuite.ectlog.Api.person;
import static org.ectsuite.ectlog.Api.step;
import static org.ectsuite.ectlog.Api.tryCheckIn;
import static org.ectsuite.ectlog.Api.user;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging stations, and reading the log. */
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
        as(ncs).get("/ectlog/nets/" + net + "/check-ins?" + query).then().statusCode(400);
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
}
