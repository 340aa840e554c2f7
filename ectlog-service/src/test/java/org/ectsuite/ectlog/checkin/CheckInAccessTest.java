package org.ectsuite.ectlog.checkin;

import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.callsign;
import static org.ectsuite.ectlog.Api.callsignOf;
import static org.ectsuite.ectlog.Api.checkIn;
import static org.ectsuite.ectlog.Api.grant;
import static org.ectsuite.ectlog.Api.idOf;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.net;
import static org.ectsuite.ectlog.Api.patch;
import static org.ectsuite.ectlog.Api.tryCheckIn;
import static org.ectsuite.ectlog.Api.user;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;

/** Who may log whom, and who may change what. */
@QuarkusTest
class CheckInAccessTest {

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
}
