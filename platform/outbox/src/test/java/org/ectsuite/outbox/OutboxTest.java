package org.ectsuite.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.ectsuite.outbox.app.MailService;
import org.ectsuite.secrets.SecretBox;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.AuthServerResource;
import org.ectsuite.testsupport.MutableClock;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.NotificationServer.Received;
import org.ectsuite.testsupport.NotificationServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.SecretsResource;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outbox on a real PostgreSQL, against a notification-service that comes and goes. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(AuthServerResource.class)
@QuarkusTestResource(NotificationServerResource.class)
@QuarkusTestResource(SecretsResource.class)
class OutboxTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Recipient ANN = new Recipient.Address("ann@example.org", "Ann", "en", "Europe/Berlin");

    @Inject
    MailService mails;

    @Inject
    RelaySchedule schedule;

    @Inject
    Relay relay;

    @Inject
    OutboxTable table;

    @Inject
    Composers composers;

    @Inject
    NotificationClient client;

    @Inject
    SecretBox secrets;

    @Inject
    ObjectMapper mapper;

    @Inject
    OutboxMetrics metrics;

    @Inject
    OutboxConfig config;

    @Inject
    MeterRegistry meters;

    @Inject
    MutableClock clock;

    @Inject
    Vertx vertx;

    @BeforeEach
    @AfterEach
    void begin_with_an_empty_outbox() {
        NotificationServer.forget();
        AuthServer.reconnect();
        TestDatabase.current().update("DELETE FROM outbox_message");
    }

    private static OutboxMail mail(String kind, Map<String, Object> data) {
        return new OutboxMail(kind, ANN, data, null);
    }

    private static OutboxMail expiring(Instant at) {
        return new OutboxMail("greeting", ANN, Map.of("text", "hello"), at);
    }

    private static <T> T inService(Supplier<Uni<T>> deed) {
        try {
            return VertxContextSupport.subscribeAndAwait(deed);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID send(OutboxMail mail) {
        return inService(() -> mails.send(mail));
    }

    private void poll() {
        schedule.poll().await().atMost(SOON);
    }

    private static String column(String column, UUID id) {
        return TestDatabase.current()
                .query("SELECT " + column + " FROM outbox_message WHERE id = ?", id)
                .getFirst();
    }

    private static void awaitState(String state, UUID id) {
        await().atMost(20, SECONDS).until(() -> column("state", id).equals(state));
    }

    private static void awaitFailure(UUID id) {
        await().atMost(20, SECONDS)
                .until(() -> !column("last_error", id).equals("null")
                        && column("claim", id).equals("null"));
    }

    @Test
    void hands_over_what_was_committed() {
        UUID id = send(new OutboxMail(
                "sign-in-link", ANN, Map.of("link", "https://x/y"), Instant.parse("2099-01-01T00:00:00Z")));

        awaitState("DELIVERED", id);
        Received received = NotificationServer.received().getFirst();
        assertThat(NotificationServer.received()).hasSize(1);
        assertThat(received.idempotencyKey()).isEqualTo(id.toString());
        assertThat(received.authorization()).startsWith("Bearer ");
        assertThat(received.body())
                .hasToString("{\"kind\":\"sign-in-link\","
                        + "\"recipient\":{\"address\":\"ann@example.org\",\"name\":\"Ann\",\"locale\":\"en\","
                        + "\"zone\":\"Europe/Berlin\"},"
                        + "\"data\":{\"link\":\"https://x/y\"},\"expiresAt\":\"2099-01-01T00:00:00Z\"}");
        assertThat(column("payload", id)).as("what is delivered is not kept").isEqualTo("null");
    }

    @Test
    void names_a_person_by_id() {
        UUID user = UUID.randomUUID();

        UUID id = send(new OutboxMail("greeting", new Recipient.Person(user), Map.of(), null));

        awaitState("DELIVERED", id);
        assertThat(NotificationServer.received().getFirst().recipient()).hasToString("{\"userId\":\"" + user + "\"}");
    }

    @Test
    void sends_nothing_for_a_transaction_that_was_rolled_back() {
        assertThatThrownBy(() -> inService(() -> mails.sendAndFail(mail("greeting", Map.of()))))
                .hasMessageContaining("The change fails after its mail");

        UUID later = send(mail("greeting", Map.of("text", "later")));
        awaitState("DELIVERED", later);
        assertThat(NotificationServer.attempts()).isEqualTo(1);
        assertThat(NotificationServer.received().getFirst().idempotencyKey()).isEqualTo(later.toString());
    }

    @Test
    void takes_part_in_a_transaction_of_the_session_factory() {
        UUID id = inService(() -> mails.sendInFactoryTransaction(mail("greeting", Map.of())));

        awaitState("DELIVERED", id);
    }

    @Test
    void refuses_a_mail_outside_of_a_transaction() {
        assertThatThrownBy(() -> inService(() -> mails.sendWithoutTransaction(mail("greeting", Map.of()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A mail belongs into the transaction of the change it tells of");
    }

    @Test
    void waits_for_a_notification_service_that_is_down() {
        NotificationServer.disconnect();
        UUID id = send(mail("greeting", Map.of()));
        awaitFailure(id);
        assertThat(column("state", id)).isEqualTo("PENDING");

        NotificationServer.reconnect();
        clock.advance(Duration.ofMinutes(1));
        poll();

        awaitState("DELIVERED", id);
        assertThat(NotificationServer.received()).hasSize(1);
    }

    @Test
    void waits_before_it_tries_again() {
        NotificationServer.refuseWith(503);
        UUID id = send(mail("greeting", Map.of()));
        awaitFailure(id);
        int attempts = NotificationServer.attempts();

        poll();

        UUID other = send(mail("greeting", Map.of()));
        awaitFailure(other);
        assertThat(NotificationServer.attempts())
                .as("the other's attempt alone")
                .isEqualTo(attempts + 1);
        assertThat(column("last_error", id)).isEqualTo("HTTP 503 refused");
    }

    @Test
    void asks_for_a_fresh_token_when_the_old_one_is_refused() {
        send(mail("greeting", Map.of()));
        await().atMost(20, SECONDS).until(() -> !NotificationServer.received().isEmpty());
        int tokens = AuthServer.requestsFor("/auth/oauth/token");
        NotificationServer.refuseWith(401);
        UUID id = send(mail("greeting", Map.of()));
        awaitFailure(id);

        NotificationServer.accept();
        clock.advance(Duration.ofMinutes(1));
        poll();

        awaitState("DELIVERED", id);
        assertThat(AuthServer.requestsFor("/auth/oauth/token")).isGreaterThan(tokens);
    }

    @Test
    void two_relays_send_each_mail_once() {
        Relay other = new Relay(table, composers, client, secrets, mapper, metrics, clock, vertx, config);
        NotificationServer.refuseWith(503);
        List<UUID> ids = inService(() -> mails.sendAll(Collections.nCopies(40, mail("greeting", Map.of()))));
        ids.forEach(OutboxTest::awaitFailure);

        NotificationServer.accept();
        clock.advance(Duration.ofMinutes(1));
        relay.wake();
        other.wake();

        ids.forEach(id -> awaitState("DELIVERED", id));
        assertThat(NotificationServer.received())
                .extracting(NotificationServer.Received::idempotencyKey)
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(UUID::toString).toList());
    }

    @Test
    void sends_again_under_the_same_key_when_the_outcome_was_not_stored() {
        TestDatabase.current().update("""
                CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'the program dies here'; END $$
                """);
        TestDatabase.current().update("""
                CREATE TRIGGER crash BEFORE UPDATE ON outbox_message FOR EACH ROW
                WHEN (NEW.state = 'DELIVERED') EXECUTE FUNCTION crash()
                """);
        UUID id;
        try {
            id = send(mail("greeting", Map.of()));
            await().atMost(20, SECONDS).until(() -> NotificationServer.attempts() == 1);
            assertThat(column("state", id)).isEqualTo("PENDING");
        } finally {
            TestDatabase.current().update("DROP TRIGGER crash ON outbox_message");
            TestDatabase.current().update("DROP FUNCTION crash()");
        }

        poll();
        assertThat(column("attempts", id))
                .as("while the lease lasts nobody takes it")
                .isEqualTo("1");
        clock.advance(config.lease());
        poll();

        awaitState("DELIVERED", id);
        assertThat(NotificationServer.attempts()).isEqualTo(2);
        assertThat(NotificationServer.received())
                .as("both attempts under one key")
                .hasSize(1)
                .allMatch(received -> received.idempotencyKey().equals(id.toString()));
    }

    @Test
    void does_not_send_what_has_expired() {
        NotificationServer.disconnect();
        UUID id = send(expiring(clock.instant().plusSeconds(60)));
        awaitFailure(id);
        double before = meters.get("ect.outbox.expired").counter().count();

        NotificationServer.reconnect();
        clock.advance(Duration.ofSeconds(61));
        poll();

        awaitState("EXPIRED", id);
        UUID later = send(mail("greeting", Map.of()));
        awaitState("DELIVERED", later);
        assertThat(NotificationServer.received()).hasSize(1);
        assertThat(column("payload", id)).isEqualTo("null");
        assertThat(meters.get("ect.outbox.expired").counter().count()).isEqualTo(before + 1);
    }

    @Test
    void no_secret_stands_in_the_table() {
        NotificationServer.disconnect();
        UUID id = send(mail("sign-in-link", Map.of("code", "hunter2hunter2")));

        String row = TestDatabase.current()
                .query("SELECT m::text || encode(payload, 'escape') FROM outbox_message m WHERE id = ?", id)
                .getFirst();

        String hex = HexFormat.of().formatHex("hunter2".getBytes(StandardCharsets.UTF_8));
        assertThat(row).contains(id.toString()).doesNotContain("hunter2", hex, "ann@example.org");
        byte[] payload = HexFormat.of().parseHex(column("encode(payload, 'hex')", id));
        assertThat(new String(secrets.open(payload, "outbox:" + id), StandardCharsets.UTF_8))
                .contains("hunter2hunter2", "ann@example.org");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 415, 422})
    void parks_what_can_never_succeed(int status) {
        NotificationServer.refuseWith(status);
        UUID id = send(mail("greeting", Map.of()));

        awaitState("PARKED", id);

        assertThat(column("last_error", id)).isEqualTo("HTTP " + status + " refused");
        assertThat(column("payload", id)).as("an operator may send it again").isNotEqualTo("null");
        clock.advance(Duration.ofHours(1));
        poll();
        NotificationServer.accept();
        awaitState("DELIVERED", send(mail("greeting", Map.of())));
        assertThat(column("attempts", id)).isEqualTo("1");
    }

    @Test
    void sends_a_parked_mail_that_an_operator_made_pending_again() {
        NotificationServer.refuseWith(400);
        UUID id = send(mail("greeting", Map.of()));
        awaitState("PARKED", id);

        NotificationServer.accept();
        TestDatabase.current()
                .update("UPDATE outbox_message SET state = 'PENDING', finished_at = NULL WHERE id = ?", id);
        poll();

        awaitState("DELIVERED", id);
    }

    @Test
    void parks_what_it_cannot_open() {
        NotificationServer.disconnect();
        UUID id = send(mail("greeting", Map.of()));
        awaitFailure(id);
        UUID other = send(mail("greeting", Map.of()));
        awaitFailure(other);

        TestDatabase.current()
                .update(
                        "UPDATE outbox_message SET payload = (SELECT payload FROM outbox_message WHERE id = ?)"
                                + " WHERE id = ?",
                        other,
                        id);
        NotificationServer.reconnect();
        clock.advance(Duration.ofMinutes(1));
        poll();

        awaitState("PARKED", id);
        assertThat(column("last_error", id)).startsWith("Sealed under key 1, but");
        awaitState("DELIVERED", other);
    }

    @Test
    void sends_what_a_composer_makes_of_it() {
        UUID id = send(mail("report", Map.of("about", "net")));

        awaitState("DELIVERED", id);
        Received received = NotificationServer.received("report").getFirst();
        assertThat(received.data()).hasToString("{\"answer\":42}");
        assertThat(received.body().path("attachments"))
                .hasToString("[{\"name\":\"log.csv\",\"contentType\":\"text/csv\",\"content\":\""
                        + Base64.getEncoder().encodeToString("a;ü".getBytes(StandardCharsets.UTF_8)) + "\"}]");
    }

    @Test
    void parks_what_a_composer_calls_unsendable() {
        UUID id = send(mail("report", Map.of("about", "gone")));

        awaitState("PARKED", id);
        assertThat(column("last_error", id)).isEqualTo("The net is gone");
        assertThat(NotificationServer.attempts()).isZero();
    }

    @Test
    void drops_what_a_composer_calls_needless() {
        UUID id = send(mail("report", Map.of("about", "over")));

        awaitState("EXPIRED", id);
        assertThat(column("last_error", id)).isEqualTo("The net is over");
        assertThat(column("payload", id)).isEqualTo("null");
        assertThat(NotificationServer.attempts()).isZero();
    }

    @Test
    void tries_again_after_a_composer_failed_and_stores_nothing_of_its_message() {
        UUID id = send(mail("report", Map.of("about", "trouble")));

        awaitFailure(id);
        assertThat(column("state", id)).isEqualTo("PENDING");
        assertThat(column("last_error", id)).isEqualTo("IllegalStateException");
    }

    @Test
    void measures_what_waits() {
        NotificationServer.refuseWith(400);
        awaitState("PARKED", send(mail("greeting", Map.of())));
        NotificationServer.refuseWith(503);
        awaitFailure(send(mail("greeting", Map.of())));
        clock.advance(Duration.ofSeconds(90));

        schedule.measure().await().atMost(SOON);

        assertThat(meters.get("ect.outbox.parked").gauge().value()).isEqualTo(1);
        assertThat(meters.get("ect.outbox.depth").gauge().value()).isEqualTo(1);
        assertThat(meters.get("ect.outbox.oldest.age").gauge().value()).isBetween(90.0, 120.0);
        assertThat(meters.get("ect.outbox.attempts")
                        .tag("outcome", "parked")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void removes_old_rows_and_keeps_what_waits() {
        UUID delivered = send(mail("greeting", Map.of()));
        awaitState("DELIVERED", delivered);
        NotificationServer.refuseWith(400);
        UUID parked = send(mail("greeting", Map.of()));
        awaitState("PARKED", parked);
        NotificationServer.refuseWith(503);
        UUID pending = send(mail("greeting", Map.of()));
        awaitFailure(pending);

        clock.advance(Duration.ofDays(8));
        schedule.clean().await().atMost(SOON);
        assertThat(ids()).containsExactlyInAnyOrder(parked.toString(), pending.toString());
        clock.advance(Duration.ofDays(23));
        schedule.clean().await().atMost(SOON);

        assertThat(ids()).containsExactly(pending.toString());
    }

    private static List<String> ids() {
        return TestDatabase.current().query("SELECT id FROM outbox_message");
    }

    @Test
    void takes_nothing_new_once_it_stops() {
        Relay stopped = new Relay(table, composers, client, secrets, mapper, metrics, clock, vertx, config);
        NotificationServer.refuseWith(503);
        UUID id = send(mail("greeting", Map.of()));
        awaitFailure(id);
        clock.advance(Duration.ofMinutes(1));
        NotificationServer.accept();

        stopped.stop(new ShutdownEvent());
        stopped.wake();

        assertThat(column("attempts", id)).isEqualTo("1");
        relay.wake();
        awaitState("DELIVERED", id);
    }

    @Test
    void hears_of_commits_again_after_its_connection_was_cut() throws SQLException {
        try (Connection connection = TestDatabase.current().asApp();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        + " WHERE query = 'LISTEN ect_outbox' AND usename = current_user")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
        await().atMost(20, SECONDS).until(() -> listeners() == 1);

        UUID id = send(mail("greeting", Map.of()));

        awaitState("DELIVERED", id);
    }

    private static int listeners() {
        try (Connection connection = TestDatabase.current().asApp();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE query = 'LISTEN ect_outbox' AND usename = current_user")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
