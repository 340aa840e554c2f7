package org.ectsuite.ectlog.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.callsign;
import static org.ectsuite.ectlog.Api.checkIn;
import static org.ectsuite.ectlog.Api.draft;
import static org.ectsuite.ectlog.Api.idOf;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.net;
import static org.ectsuite.ectlog.Api.patch;
import static org.ectsuite.ectlog.Api.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveEndpointTest {

    @Test
    void shows_a_check_in_to_everybody_who_follows_the_net() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        try (LiveClient one = LiveClient.open(user(), net);
                LiveClient other = LiveClient.open(user(), net)) {
            one.next("caught-up");
            other.next("caught-up");

            // When
            String id = checkIn(ncs, net, "W1AW").path("id");

            // Then
            for (LiveClient client : List.of(one, other)) {
                JsonNode event = client.next("event").path("event");
                assertThat(event.path("type").asText()).isEqualTo("check-in.added");
                assertThat(event.path("payload").path("after").path("id").asText())
                        .isEqualTo(id);
                assertThat(event.path("payload").path("after").path("number").asInt())
                        .isEqualTo(1);
                assertThat(event.path("actor").path("userId").asText())
                        .isEqualTo(idOf(ncs).toString());
            }
        }
    }

    @Test
    void welcomes_with_the_number_of_the_last_event_and_says_when_all_is_there() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        long sequence = sequence(ncs, net);
        TestTokens viewer = user();

        // When
        try (LiveClient client = LiveClient.open(viewer, net, 0)) {

            // Then
            JsonNode welcome = client.next("welcome");
            assertThat(welcome.path("sequence").asLong()).isEqualTo(sequence);
            assertThat(welcome.path("you").path("userId").asText())
                    .isEqualTo(idOf(viewer).toString());
            assertThat(client.eventsUpTo(sequence))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, sequence).boxed().toList());
            assertThat(client.next("caught-up").path("sequence").asLong()).isEqualTo(sequence);
        }
    }

    @Test
    void misses_nothing_and_doubles_nothing_when_it_resumes_while_others_write() throws Exception {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        long before = sequence(ncs, net);
        int writers = 4;
        int each = 40;
        long last = before + (long) writers * each;
        List<Long> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<CompletableFuture<Void>> written = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                written.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < each; i++) {
                                checkIn(ncs, net, callsign());
                            }
                        },
                        threads));
            }

            // When
            TestTokens viewer = user();
            long cursor = before;
            while (cursor < last) {
                try (LiveClient client = LiveClient.open(viewer, net, cursor)) {
                    List<Long> stretch = client.eventsUpTo(Math.min(last, cursor + 17));
                    seen.addAll(stretch);
                    cursor = stretch.getLast();
                    client.cut();
                }
            }
            CompletableFuture.allOf(written.toArray(CompletableFuture[]::new)).get();
        }

        // Then
        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(before + 1, last).boxed().toList());
    }

    @Test
    void catches_up_over_many_pages_of_the_journal() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        int messages = NetFeed.PAGE * 2 + 30;
        for (int i = 0; i < messages; i++) {
            as(ncs).body(Map.of("text", "Line " + i))
                    .post("/ectlog/nets/{id}/chat", net)
                    .then()
                    .statusCode(201);
        }
        long last = sequence(ncs, net);

        // When
        try (LiveClient client = LiveClient.open(user(), net, 0)) {

            // Then
            assertThat(client.eventsUpTo(last))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, last).boxed().toList());
        }
    }

    @Test
    void tells_a_client_that_is_ahead_of_the_journal_by_a_lower_number() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        long sequence = sequence(ncs, net);

        // When
        try (LiveClient client = LiveClient.open(user(), net, sequence + 1000)) {

            // Then
            assertThat(client.next("welcome").path("sequence").asLong()).isEqualTo(sequence);
            assertThat(client.next("caught-up").path("sequence").asLong()).isEqualTo(sequence);
            checkIn(ncs, net, callsign());
            assertThat(client.next("event").path("event").path("sequence").asLong())
                    .isEqualTo(sequence + 1);
        }
    }

    @Test
    void carries_before_and_after_of_a_change() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String id = checkIn(ncs, net, "W1AW").path("id");
        try (LiveClient client = LiveClient.open(user(), net)) {
            client.next("caught-up");

            // When
            patch(ncs, net, id, 1, Map.of("status", "HAS_TRAFFIC")).statusCode(200);

            // Then
            JsonNode payload = client.next("event").path("event").path("payload");
            assertThat(payload.path("before").path("status").asText()).isEqualTo("CHECKED_IN");
            assertThat(payload.path("after").path("status").asText()).isEqualTo("HAS_TRAFFIC");
            assertThat(payload.path("after").path("version").asInt()).isEqualTo(2);
        }
    }

    @Test
    void tells_who_is_online_each_person_once() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        TestTokens one = user();
        TestTokens other = user();

        // When
        try (LiveClient first = LiveClient.open(one, net);
                LiveClient secondWindow = LiveClient.open(one, net);
                LiveClient second = LiveClient.open(other, net)) {

            // Then
            for (LiveClient client : List.of(first, secondWindow, second)) {
                client.next(message -> "presence".equals(message.path("type").asText())
                        && ids(message)
                                .equals(List.of(idOf(one), idOf(other)).stream()
                                        .sorted()
                                        .toList()));
            }
            second.cut();
            first.next(message -> "presence".equals(message.path("type").asText())
                    && ids(message).equals(List.of(idOf(one))));
        }
    }

    @Test
    void answers_a_ping() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        try (LiveClient client = LiveClient.open(user(), net)) {

            // When
            client.send("{\"type\":\"ping\"}");

            // Then
            assertThat(client.next("pong").size()).isEqualTo(1);
        }
    }

    @Test
    void closes_with_1008_on_anything_that_a_client_may_not_say() {
        TestTokens ncs = ncs();
        String net = net(ncs);
        for (String garbage : List.of(
                "hello",
                "{}",
                "[]",
                "null",
                "{\"type\":\"event\"}",
                "{\"type\":\"ping\",\"more\":1}",
                "{\"type\":\"token\"}",
                "{\"type\":\"token\",\"token\":7}",
                "{\"type\":\"ping\"} {\"type\":\"ping\"}")) {
            // Given
            try (LiveClient client = LiveClient.open(user(), net)) {
                client.next("welcome");

                // When
                client.send(garbage);

                // Then
                assertThat(client.closeCode()).as(garbage).isEqualTo(1008);
            }
        }
    }

    @Test
    void closes_with_1008_on_a_binary_message() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        try (LiveClient client = LiveClient.open(user(), net)) {
            client.next("welcome");

            // When
            client.sendBinary(new byte[] {1, 2, 3});

            // Then
            assertThat(client.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void closes_on_a_message_over_the_limit() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        try (LiveClient client = LiveClient.open(user(), net)) {
            client.next("welcome");

            // When
            client.send("{\"type\":\"token\",\"token\":\"" + "x".repeat(20_000) + "\"}");

            // Then
            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void takes_a_fresh_token_of_the_same_person() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        TestTokens viewer = user();
        try (LiveClient client =
                LiveClient.open(viewer.life(Duration.ofSeconds(3)).sign(), net, "", AuthServer.PUBLIC_URL)) {
            client.next("caught-up");

            // When
            client.send("{\"type\":\"token\",\"token\":\"" + viewer.sign() + "\"}");

            // Then
            assertThat(client.next("token-accepted").path("expiresAt").asText()).isNotEmpty();
            Awaitility.await()
                    .pollDelay(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(6))
                    .untilAsserted(() -> assertThat(client.isOpen()).isTrue());
            checkIn(ncs, net, callsign());
            client.next("event");
        }
    }

    @Test
    void closes_with_1008_when_the_token_expires() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);

        // When
        try (LiveClient client =
                LiveClient.open(user().life(Duration.ofSeconds(2)).sign(), net, "", AuthServer.PUBLIC_URL)) {

            // Then
            client.next("caught-up");
            assertThat(client.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void closes_with_1008_on_a_token_of_somebody_else_or_of_nobody() {
        TestTokens ncs = ncs();
        String net = net(ncs);
        TestTokens viewer = user();
        for (String token : List.of(user().sign(), viewer.expired().sign(), viewer.signWithForgedKey(), "x.y.z")) {
            // Given
            try (LiveClient client = LiveClient.open(viewer, net)) {
                client.next("caught-up");

                // When
                client.send("{\"type\":\"token\",\"token\":\"" + token + "\"}");

                // Then
                assertThat(client.closeCode()).isEqualTo(1008);
            }
        }
    }

    @Test
    void closes_with_1008_when_the_person_is_revoked_and_leaves_others_alone() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        TestTokens banned = user();
        try (LiveClient client = LiveClient.open(banned, net);
                LiveClient other = LiveClient.open(user(), net)) {
            client.next("caught-up");
            other.next("caught-up");

            // When
            AuthServer.revokeSubject(idOf(banned).toString());

            // Then
            assertThat(client.closeCode()).isEqualTo(1008);
            checkIn(ncs, net, callsign());
            other.next("event");
            assertThat(LiveClient.statusOf(banned.sign(), net, "", AuthServer.PUBLIC_URL))
                    .isEqualTo(401);
        }
    }

    @Test
    void refuses_an_upgrade_without_an_acceptable_token() {
        String net = net(ncs());
        for (String token : List.of(
                user().expired().sign(),
                user().signWithForgedKey(),
                user().unsigned(),
                user().audience("media-service").sign(),
                "nonsense")) {
            // When, Then
            assertThat(LiveClient.statusOf(token, net, "", AuthServer.PUBLIC_URL))
                    .isEqualTo(401);
        }
    }

    @Test
    void refuses_a_program_without_the_role_of_a_user() {
        // Given
        String net = net(ncs());

        // When, Then
        assertThat(LiveClient.statusOf(TestTokens.service("media-service").sign(), net, "", AuthServer.PUBLIC_URL))
                .isEqualTo(403);
    }

    @Test
    void refuses_a_page_of_another_origin_or_of_none() {
        // Given
        String net = net(ncs());
        String token = user().sign();

        // When, Then
        assertThat(LiveClient.statusOf(token, net, "", AuthServer.PUBLIC_URL)).isEqualTo(101);
        assertThat(LiveClient.statusOf(token, net, "", "https://evil.example")).isEqualTo(403);
        assertThat(LiveClient.statusOf(token, net, "", "null")).isEqualTo(403);
        assertThat(LiveClient.statusOf(token, net, "", null)).isEqualTo(403);
    }

    @Test
    void refuses_what_is_no_net_and_what_is_no_number() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String token = user().sign();

        // When, Then
        assertThat(LiveClient.statusOf(token, UUID.randomUUID().toString(), "", AuthServer.PUBLIC_URL))
                .isEqualTo(404);
        assertThat(LiveClient.statusOf(token, "no-net", "", AuthServer.PUBLIC_URL))
                .isEqualTo(404);
        for (String query :
                List.of("?since=-1", "?since=x", "?since=", "?since=99999999999999999999", "?token=" + token)) {
            assertThat(LiveClient.statusOf(token, net, query, AuthServer.PUBLIC_URL))
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void limits_the_sockets_of_one_person() {
        // Given
        String net = net(ncs());
        TestTokens greedy = user();
        List<LiveClient> open = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                LiveClient client = LiveClient.open(greedy, net);
                client.next("caught-up");
                open.add(client);
            }

            // When
            int status = LiveClient.statusOf(greedy.sign(), net, "", AuthServer.PUBLIC_URL);

            // Then
            assertThat(status).isEqualTo(429);
            assertThat(LiveClient.statusOf(user().sign(), net, "", AuthServer.PUBLIC_URL))
                    .isEqualTo(101);
        } finally {
            open.forEach(LiveClient::close);
        }
    }

    @Test
    void closes_the_sockets_of_a_net_that_is_deleted() {
        // Given
        TestTokens ncs = ncs();
        String draft = draft(ncs);
        try (LiveClient client = LiveClient.open(ncs, draft)) {
            client.next("caught-up");

            // When
            as(ncs).delete("/ectlog/nets/{id}", draft).then().statusCode(204);

            // Then
            assertThat(client.closeCode()).isEqualTo(1001);
        }
    }

    private static List<UUID> ids(JsonNode presence) {
        List<UUID> ids = new ArrayList<>();
        presence.path("online")
                .forEach(person -> ids.add(UUID.fromString(person.path("userId").asText())));
        ids.sort(null);
        return ids;
    }

    private static long sequence(TestTokens who, String net) {
        return as(who).get("/ectlog/nets/{id}", net)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("sequence");
    }
}
