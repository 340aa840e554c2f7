package org.ectsuite.ectlog.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.draft;
import static org.ectsuite.ectlog.Api.grant;
import static org.ectsuite.ectlog.Api.idOf;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.step;
import static org.ectsuite.ectlog.Api.user;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.NotificationServer.Received;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people hear of a net by mail before and when it begins. */
@QuarkusTest
class NoticesTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final TestTokens ncs = ncs();
    private final TestTokens logger = user();
    private final TestTokens follower = user();
    private final TestTokens stranger = user();
    private final String name = "Net " + UUID.randomUUID();
    private final Instant start = Instant.now().plus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.SECONDS);

    @AfterEach
    void accept() {
        NotificationServer.accept();
    }

    @Test
    void tells_staff_and_followers_that_a_net_is_on_the_air() {
        // Given
        String net = peopled(start.plus(Duration.ofDays(7)));

        // When
        step(ncs, net, "start").statusCode(200);

        // Then: who started it knows
        awaitReaders("net-started", logger, follower);
        assertThat(of("net-started")).allSatisfy(mail -> {
            assertThat(mail.data().path("net").path("url").asText()).endsWith("/nets/" + net);
            assertThat(mail.data().path("net").path("start").asText()).isNotEmpty();
            assertThat(mail.data().path("net").path("ncs")).hasSize(1);
        });
    }

    @Test
    void tells_of_a_new_time_and_of_the_old_one() {
        // Given
        Instant first = start.plus(Duration.ofDays(7));
        String net = peopled(first);
        step(ncs, net, "schedule").statusCode(200);

        // When
        move(net, first.plus(Duration.ofHours(1)));

        // Then
        awaitReaders("net-moved", logger, follower);
        assertThat(of("net-moved")).allSatisfy(mail -> {
            assertThat(mail.data().path("before").asText()).isEqualTo(first.toString());
            assertThat(mail.data().path("net").path("start").asText())
                    .isEqualTo(first.plus(Duration.ofHours(1)).toString());
        });
    }

    @Test
    void tells_nobody_of_the_new_time_of_a_draft() {
        // Given
        String net = peopled(start.plus(Duration.ofDays(7)));
        int before = rows("net-moved");

        // When
        move(net, start.plus(Duration.ofDays(8)));

        // Then
        assertThat(rows("net-moved")).isEqualTo(before);
    }

    @Test
    void tells_that_a_net_does_not_take_place() {
        // Given
        String net = peopled(start.plus(Duration.ofDays(7)));
        step(ncs, net, "schedule").statusCode(200);

        // When
        step(ncs, net, "cancel").statusCode(200);

        // Then
        awaitReaders("net-cancelled", logger, follower);
    }

    @Test
    void tells_nothing_when_a_step_is_refused() {
        // Given
        String net = peopled(start.plus(Duration.ofDays(7)));
        step(ncs, net, "schedule").statusCode(200);
        int before = rows("net-cancelled") + rows("net-started");

        // When
        step(stranger, net, "cancel").statusCode(403);
        step(stranger, net, "start").statusCode(403);

        // Then
        assertThat(rows("net-cancelled") + rows("net-started")).isEqualTo(before);
    }

    @Test
    void reminds_everybody_once_of_what_concerns_them_and_again_after_a_move() {
        // Given
        String net = peopled(start);

        // When
        step(ncs, net, "schedule").statusCode(200);

        // Then
        awaitReaders("ncs-reminder", ncs);
        awaitReaders("staff-reminder", logger);
        awaitReaders("net-reminder", follower);
        assertThat(TestDatabase.current()
                        .query("SELECT audience || ' ' || lead_seconds FROM net_reminder WHERE net_id = ?::uuid", net))
                .containsExactlyInAnyOrder("NET_CONTROL 3600", "STAFF 3600", "FOLLOWERS 3600");

        // When
        move(net, start.plus(Duration.ofMinutes(10)));

        // Then
        awaitReaders("ncs-reminder", ncs, ncs);
        awaitReaders("net-reminder", follower, follower);
    }

    @Test
    void reminds_nobody_of_a_draft_and_of_what_is_far_off() {
        // Given
        String draft = peopled(start);
        String far = draft(
                ncs,
                Map.of(
                        "name",
                        name,
                        "scheduledStart",
                        start.plus(Duration.ofDays(3)).toString()));
        step(ncs, far, "schedule").statusCode(200);
        String witness = peopled(start.plusSeconds(1));
        step(ncs, witness, "schedule").statusCode(200);

        // When: a later net has had its turn
        Awaitility.await().atMost(SOON).until(() -> rounds(witness) > 0);

        // Then
        assertThat(rounds(draft)).isZero();
        assertThat(rounds(far)).isZero();
    }

    @Test
    void drops_a_reminder_that_waits_when_the_net_is_called_off() {
        // Given: nothing can be handed over
        NotificationServer.refuseWith(503);
        String net = peopled(start);
        step(ncs, net, "schedule").statusCode(200);
        Awaitility.await().atMost(SOON).until(() -> rounds(net) == 3);

        // When
        step(ncs, net, "cancel").statusCode(200);
        NotificationServer.accept();

        // Then
        awaitReaders("net-cancelled", logger, follower);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(
                                TestDatabase.current()
                                        .query(
                                                "SELECT kind FROM outbox_message WHERE state = 'PENDING' AND kind LIKE '%-reminder'"))
                        .isEmpty());
        assertThat(of("ncs-reminder")).isEmpty();
        assertThat(of("staff-reminder")).isEmpty();
        assertThat(of("net-reminder")).isEmpty();
    }

    /** A draft with net control, a logger and a follower. */
    private String peopled(Instant start) {
        String net = draft(ncs, Map.of("name", name, "scheduledStart", start.toString()));
        grant(ncs, net, logger, "LOGGER").statusCode(200);
        as(follower).put("/ectlog/nets/{id}/subscription", net).then().statusCode(204);
        return net;
    }

    private void move(String net, Instant to) {
        String version = as(ncs).get("/ectlog/nets/{id}", net).header("ETag");
        as(ncs).header("If-Match", version)
                .body(Map.of("name", name, "scheduledStart", to.toString()))
                .put("/ectlog/nets/{id}", net)
                .then()
                .statusCode(200);
    }

    private List<Received> of(String kind) {
        return NotificationServer.received(kind).stream()
                .filter(mail ->
                        name.equals(mail.data().path("net").path("netName").asText()))
                .toList();
    }

    private void awaitReaders(String kind, TestTokens... readers) {
        String[] ids = new String[readers.length];
        for (int i = 0; i < readers.length; i++) {
            ids[i] = idOf(readers[i]).toString();
        }
        Awaitility.await(kind)
                .atMost(SOON)
                .untilAsserted(() -> assertThat(of(kind))
                        .extracting(mail -> mail.recipient().path("userId").asText())
                        .containsExactlyInAnyOrder(ids));
    }

    private static int rows(String kind) {
        return TestDatabase.current()
                .query("SELECT id FROM outbox_message WHERE kind = ?", kind)
                .size();
    }

    private static int rounds(String net) {
        return TestDatabase.current()
                .query("SELECT audience FROM net_reminder WHERE net_id = ?::uuid", net)
                .size();
    }
}
