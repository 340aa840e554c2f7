package org.ectsuite.ectlog.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.callsign;
import static org.ectsuite.ectlog.Api.checkIn;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.net;
import static org.ectsuite.ectlog.Api.patch;
import static org.ectsuite.ectlog.Api.tryCheckIn;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;

/** What becomes of a row: changes, checking out, re-checks, deletion. */
@QuarkusTest
class CheckInChangeTest {

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

    private static void checkOut(TestTokens who, String net, String id, long version) {
        patch(who, net, id, version, Map.of("status", "CHECKED_OUT")).statusCode(200);
    }
}
