package org.ectsuite.ectlog.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.callsign;
import static org.ectsuite.ectlog.Api.checkIn;
import static org.ectsuite.ectlog.Api.draft;
import static org.ectsuite.ectlog.Api.grant;
import static org.ectsuite.ectlog.Api.idOf;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.net;
import static org.ectsuite.ectlog.Api.patch;
import static org.ectsuite.ectlog.Api.step;
import static org.ectsuite.ectlog.Api.tryCheckIn;
import static org.ectsuite.ectlog.Api.user;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class JournalResourceTest {

    @Test
    void tells_the_whole_story_of_a_net_in_order_and_without_a_gap() {
        // Given
        TestTokens ncs = ncs();
        String net = draft(ncs);
        step(ncs, net, "start").statusCode(200);
        TestTokens logger = user();
        grant(ncs, net, logger, "LOGGER");
        String row = checkIn(logger, net, callsign()).path("id");
        patch(logger, net, row, 1, Map.of("location", "Newington")).statusCode(200);
        as(logger).delete("/ectlog/nets/{net}/check-ins/{id}", net, row).then().statusCode(200);
        as(ncs).post("/ectlog/nets/{net}/check-ins/{id}/restore", net, row)
                .then()
                .statusCode(200);
        as(logger)
                .body(Map.of("text", "73"))
                .post("/ectlog/nets/{net}/chat", net)
                .then()
                .statusCode(201);
        as(ncs).delete("/ectlog/nets/{net}/roles/{user}", net, idOf(logger))
                .then()
                .statusCode(200);
        step(ncs, net, "close").statusCode(200);

        // When
        Response story = as(user()).get("/ectlog/nets/{net}/journal", net);

        // Then
        story.then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "net.created",
                                "role.granted",
                                "net.status-changed",
                                "role.granted",
                                "check-in.added",
                                "check-in.changed",
                                "check-in.deleted",
                                "check-in.restored",
                                "chat.posted",
                                "role.revoked",
                                "net.status-changed"))
                .body("next", nullValue());
        assertThat(story.<List<Integer>>path("items.sequence"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 11).boxed().toList());
        story.then()
                .body("items[5].payload.before.location", nullValue())
                .body("items[5].payload.after.location", is("Newington"))
                .body("items[5].actor.userId", is(idOf(logger).toString()))
                .body("items[8].payload.after.text", is("73"))
                .body("items[10].payload.before.status", is("ACTIVE"))
                .body("items[10].payload.after.status", is("CLOSED"));
    }

    @Test
    void goes_on_behind_the_number_that_is_known() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        checkIn(ncs, net, "W1AW");

        // When
        Response first = as(ncs).get("/ectlog/nets/{net}/journal?since=1&limit=2", net);

        // Then
        first.then().statusCode(200).body("items.sequence", contains(2, 3)).body("next", is(3));
        as(ncs).get("/ectlog/nets/{net}/journal?since=3&limit=2", net)
                .then()
                .body("items.sequence", contains(4))
                .body("next", nullValue());
        as(ncs).get("/ectlog/nets/{net}/journal?since=4", net).then().body("items", empty());
    }

    @Test
    void holds_nothing_of_what_was_refused() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        checkIn(ncs, net, "W1AW");
        Response before = as(ncs).get("/ectlog/nets/{net}/journal", net);

        // When
        tryCheckIn(ncs, net, Map.of("callsign", "W1AW")).then().statusCode(409);
        tryCheckIn(ncs, net, Map.of("callsign", "not a call")).then().statusCode(400);
        step(ncs, net, "archive").statusCode(409);

        // Then
        assertThat(as(ncs).get("/ectlog/nets/{net}/journal", net).asString()).isEqualTo(before.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=-1", "since=x", "limit=0", "limit=201"})
    void refuses_what_is_no_place_in_a_journal(String query) {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);

        // When
        Response refused = as(ncs).get("/ectlog/nets/" + net + "/journal?" + query);

        // Then
        refused.then().statusCode(400).body("code", is("validation-failed"));
    }

    @Test
    void knows_no_journal_of_a_net_that_is_not_there() {
        // Given
        UUID nowhere = UUID.randomUUID();

        // When
        Response answer = as(user()).get("/ectlog/nets/{net}/journal", nowhere);

        // Then
        answer.then().statusCode(404).body("code", is("not-found"));
    }
}
