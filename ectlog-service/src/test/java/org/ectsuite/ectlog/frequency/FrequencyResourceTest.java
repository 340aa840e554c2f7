package org.ectsuite.ectlog.frequency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.draft;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.person;
import static org.ectsuite.ectlog.Api.user;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FrequencyResourceTest {

    @Test
    void keeps_a_frequency_in_its_normal_form_and_names_its_band() {
        // Given
        String network = network();

        // When
        Response added = add(ncs(), Map.of("frequency", "146.52", "mode", "FM", "network", network));

        // Then
        added.then()
                .statusCode(201)
                .body("frequency", is("146.520"))
                .body("band", is("2m"))
                .body("talkgroup", nullValue());
        as(user())
                .get("/ectlog/frequencies/{id}", (String) added.path("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("network", is(network));
        as(user()).get("/ectlog/frequencies").then().statusCode(200).body("items.id", hasItem((String)
                added.path("id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER"})
    void lets_nobody_but_those_who_lead_nets_keep_the_library(String role) {
        // Given
        TestTokens reader = person(role);
        String id = add(ncs(), talkgroup()).path("id");

        // When
        Response refused = add(reader, talkgroup());

        // Then
        refused.then().statusCode(403);
        change(reader, id, 1, talkgroup()).then().statusCode(403);
        remove(reader, id, "\"1\"").then().statusCode(403);
        as(reader).get("/ectlog/frequencies/{id}", id).then().statusCode(200).body("version", is(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"mode\":\"FM\"}",
                "{\"frequency\":\"146.52\"}",
                "{\"frequency\":\"146.52\",\"mode\":\"WHISPER\"}",
                "{\"frequency\":\"146,52\",\"mode\":\"FM\"}",
                "{\"frequency\":146.52,\"mode\":\"FM\"}",
                "{\"frequency\":\"-1\",\"mode\":\"FM\"}",
                "{\"network\":\" \",\"mode\":\"DMR\"}",
                "{\"network\":\"two\\nlines\",\"mode\":\"DMR\"}",
                "{\"network\":\"Net\",\"mode\":\"DMR\",\"colour\":\"red\"}"
            })
    void refuses_what_is_no_channel(String body) {
        // Given
        TestTokens ncs = ncs();

        // When
        Response refused = as(ncs).body(body).post("/ectlog/frequencies");

        // Then
        refused.then().statusCode(400);
    }

    @Test
    void has_each_channel_once_and_says_where() {
        // Given
        TestTokens ncs = ncs();
        Map<String, Object> channel = talkgroup();
        String id = add(ncs, channel).then().statusCode(201).extract().path("id");

        // When
        Response second = add(ncs, channel);

        // Then
        second.then().statusCode(409).body("code", is("frequency-exists")).body("frequencyId", is(id));
    }

    @Test
    void takes_a_channel_once_when_two_add_it_at_the_same_moment() throws Exception {
        // Given
        TestTokens ncs = ncs();
        Map<String, Object> channel = talkgroup();
        int people = 4;
        CyclicBarrier together = new CyclicBarrier(people);
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            Callable<Integer> attempt = () -> {
                together.await(10, TimeUnit.SECONDS);
                return add(ncs, channel).statusCode();
            };
            List<Future<Integer>> attempts = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                attempts.add(threads.submit(attempt));
            }

            // When
            for (Future<Integer> each : attempts) {
                statuses.add(each.get(20, TimeUnit.SECONDS));
            }
        }

        // Then
        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void changes_an_entry_for_who_knows_its_version() {
        // Given
        TestTokens ncs = ncs();
        String id = add(ncs, talkgroup()).path("id");
        Map<String, Object> wanted = talkgroup();

        // When
        Response changed = change(ncs, id, 1, wanted);

        // Then
        changed.then().statusCode(200).header("ETag", "\"2\"").body("talkgroup", is(wanted.get("talkgroup")));
        change(ncs, id, 1, talkgroup()).then().statusCode(412);
        as(ncs).body(wanted).put("/ectlog/frequencies/{id}", id).then().statusCode(428);
        as(ncs).get("/ectlog/frequencies/{id}", id).then().body("talkgroup", is(wanted.get("talkgroup")));
    }

    @Test
    void changes_no_entry_into_another() {
        // Given
        TestTokens ncs = ncs();
        Map<String, Object> taken = talkgroup();
        String other = add(ncs, taken).path("id");
        String id = add(ncs, talkgroup()).path("id");

        // When
        Response refused = change(ncs, id, 1, taken);

        // Then
        refused.then().statusCode(409).body("code", is("frequency-exists")).body("frequencyId", is(other));
        change(ncs, other, 1, taken).then().statusCode(200);
    }

    @Test
    void leaves_a_net_what_it_chose_when_the_entry_is_removed() {
        // Given
        TestTokens ncs = ncs();
        String id = add(ncs, talkgroup()).path("id");
        String net = draft(ncs, Map.of("frequencyIds", List.of(id)));

        // When
        Response removed = remove(ncs, id, "\"1\"");

        // Then
        removed.then().statusCode(204);
        as(ncs).get("/ectlog/frequencies/{id}", id).then().statusCode(404);
        as(ncs).get("/ectlog/frequencies").then().body("items.id", not(hasItem(id)));
        as(ncs).get("/ectlog/nets/{id}", net).then().statusCode(200).body("frequencies.id", contains(id));
    }

    @Test
    void removes_nothing_without_the_version_that_is_meant() {
        // Given
        TestTokens ncs = ncs();
        String id = add(ncs, talkgroup()).path("id");

        // When
        Response refused = as(ncs).delete("/ectlog/frequencies/{id}", id);

        // Then
        refused.then().statusCode(428);
        remove(ncs, id, "\"7\"").then().statusCode(412);
        as(ncs).get("/ectlog/frequencies/{id}", id).then().statusCode(200);
        remove(ncs, UUID.randomUUID().toString(), "\"1\"").then().statusCode(404);
    }

    @Test
    void lets_no_net_choose_what_the_library_does_not_have() {
        // Given
        TestTokens ncs = ncs();

        // When
        Response refused = as(ncs).body(Map.of(
                        "name", "Net", "frequencyIds", List.of(UUID.randomUUID().toString())))
                .post("/ectlog/nets");

        // Then
        refused.then().statusCode(400).body("errors.field", contains("frequencyIds"));
    }

    private static Response add(TestTokens who, Map<String, ?> channel) {
        return as(who).body(channel).post("/ectlog/frequencies");
    }

    private static Response change(TestTokens who, String id, long version, Map<String, ?> channel) {
        return as(who).header("If-Match", "\"" + version + "\"").body(channel).put("/ectlog/frequencies/{id}", id);
    }

    private static Response remove(TestTokens who, String id, String version) {
        return as(who).header("If-Match", version).delete("/ectlog/frequencies/{id}", id);
    }

    /** A talkgroup that no other test uses. */
    private static Map<String, Object> talkgroup() {
        Map<String, Object> channel = new HashMap<>();
        channel.put("mode", "DMR");
        channel.put("network", "Brandmeister");
        channel.put("talkgroup", UUID.randomUUID().toString());
        return channel;
    }

    /** A network that no other test uses. */
    private static String network() {
        return "Net " + UUID.randomUUID();
    }
}
