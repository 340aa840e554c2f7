package org.ectsuite.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.ectsuite.audit.VerificationReport.Finding;
import org.ectsuite.audit.VerificationReport.Kind;
import org.ectsuite.testsupport.AuthServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sealing and verifying on a real PostgreSQL, with rows that come late, in parallel, or never. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(AuthServerResource.class)
class AuditSealerTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String INSERT =
            "INSERT INTO audit_event (id, at, actor_subject, actor_client, action, object_type, object_id, after,"
                    + " client_address, request_id) VALUES (gen_random_uuid(), now(), 's', 'c', 'a', 't', 'i',"
                    + " '{\"b\": 1, \"a\": [1.50, null]}', '-', '-')";

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @Inject
    AuditConfig config;

    @Inject
    AuditVerifier verifier;

    private AuditSealer sealer;

    @BeforeEach
    @AfterEach
    void begin_with_an_empty_trail() {
        TestDatabase.current().update("DELETE FROM audit_seal");
        TestDatabase.current().update("DELETE FROM audit_event");
        TestDatabase.current().query("SELECT setval('audit_event_position_seq', 1, false)");
        sealer = new AuditSealer(pool, clock, config);
    }

    private static void add(int rows) {
        for (int i = 0; i < rows; i++) {
            TestDatabase.current().update(INSERT);
        }
    }

    /** The first run notes what is there, the second seals it. */
    private void seal() {
        sealer.run().await().atMost(SOON);
        sealer.run().await().atMost(SOON);
    }

    private VerificationReport verify() {
        return verifier.verify(null).await().atMost(SOON);
    }

    private static UUID idAt(long position) {
        return UUID.fromString(TestDatabase.current()
                .query("SELECT id FROM audit_event WHERE position = ?", position)
                .getFirst());
    }

    @Test
    void an_untouched_trail_is_intact() {
        add(7);

        seal();

        VerificationReport report = verify();
        assertThat(report.intact()).isTrue();
        assertThat(report.findings()).isEmpty();
        assertThat(report.seals()).isEqualTo(3);
        assertThat(report.rows()).isEqualTo(7);
        assertThat(report.sealedThrough()).isEqualTo(7);
        assertThat(report.unsealed()).isZero();
    }

    @Test
    void an_empty_trail_is_intact() {
        seal();

        assertThat(verify().intact()).isTrue();
        assertThat(verify().anchor()).isNull();
    }

    @Test
    void counts_what_is_not_sealed_yet() {
        add(2);
        seal();
        add(3);

        assertThat(verify().unsealed()).isEqualTo(3);
    }

    @Test
    void seals_what_comes_later_in_a_chain() {
        add(2);
        seal();
        add(2);

        seal();

        VerificationReport report = verify();
        assertThat(report.intact()).isTrue();
        assertThat(report.seals()).isEqualTo(2);
        assertThat(report.sealedThrough()).isEqualTo(4);
    }

    @Test
    void does_not_skip_a_row_that_is_committed_late() throws SQLException {
        try (Connection slow = TestDatabase.current().asApp();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(INSERT);
            add(1);
            seal();
            seal();
            assertThat(verify().sealedThrough())
                    .as("while a transaction holds position 1")
                    .isZero();

            slow.commit();
            seal();
        }

        VerificationReport report = verify();
        assertThat(report.intact()).isTrue();
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.unsealed()).isZero();
    }

    @Test
    void goes_on_past_a_position_that_was_rolled_back() throws SQLException {
        add(1);
        try (Connection failing = TestDatabase.current().asApp();
                Statement statement = failing.createStatement()) {
            failing.setAutoCommit(false);
            statement.execute(INSERT);
            failing.rollback();
        }
        add(1);

        seal();

        VerificationReport report = verify();
        assertThat(report.intact()).isTrue();
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.sealedThrough()).isEqualTo(3);
    }

    @Test
    void two_replicas_make_one_chain() {
        AuditSealer other = new AuditSealer(pool, clock, config);
        for (int round = 0; round < 5; round++) {
            add(4);
            Uni.join().all(sealer.run(), other.run()).andFailFast().await().atMost(SOON);
        }
        seal();

        VerificationReport report = verify();
        assertThat(report.intact()).isTrue();
        assertThat(report.rows()).isEqualTo(20);
    }

    @Test
    void names_a_row_that_was_changed() {
        add(5);
        seal();

        TestDatabase.current()
                .update("UPDATE audit_event SET after = '{\"a\": [1.50, null], \"b\": 2}' WHERE position = 4");

        assertThat(verify().intact()).isFalse();
        assertThat(verify().findings()).containsExactly(new Finding(Kind.ROW_CHANGED, 2, 4L, idAt(4)));
    }

    @Test
    void names_a_row_that_was_removed() {
        add(5);
        seal();
        UUID id = idAt(2);

        TestDatabase.current().update("DELETE FROM audit_event WHERE position = 2");

        assertThat(verify().findings()).containsExactly(new Finding(Kind.ROW_MISSING, 1, 2L, id));
    }

    @Test
    void names_a_row_that_was_slipped_in() {
        add(2);
        TestDatabase.current().query("SELECT nextval('audit_event_position_seq')");
        add(2);
        seal();

        TestDatabase.current().update(INSERT.replace("(id,", "(position, id,").replace("(gen", "(3, gen"));

        assertThat(verify().findings()).containsExactly(new Finding(Kind.ROW_INSERTED, 1, 3L, idAt(3)));
    }

    @Test
    void names_a_row_that_took_the_place_of_another() {
        add(2);
        seal();

        TestDatabase.current().update("UPDATE audit_event SET id = gen_random_uuid() WHERE position = 2");

        assertThat(verify().findings())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.ROW_CHANGED, 2L));
    }

    @Test
    void names_a_seal_that_was_changed() {
        add(5);
        seal();

        TestDatabase.current()
                .update("UPDATE audit_seal SET sealed_at = sealed_at - interval '1 day' WHERE number = 1");

        assertThat(verify().findings()).containsExactly(new Finding(Kind.SEAL_CHANGED, 1, null, null));
    }

    @Test
    void names_a_seal_that_was_removed_with_its_rows() {
        add(9);
        seal();

        TestDatabase.current().update("DELETE FROM audit_seal WHERE number = 2");
        TestDatabase.current().update("DELETE FROM audit_event WHERE position BETWEEN 4 AND 6");

        assertThat(verify().findings()).containsExactly(new Finding(Kind.SEAL_MISSING, 2, null, null));
    }

    @Test
    void a_chain_made_anew_is_betrayed_by_an_anchor_kept_elsewhere() {
        add(4);
        seal();
        String anchor = verify().anchor();
        assertThat(anchor).startsWith("2:");
        assertThat(verifier.verify(anchor).await().atMost(SOON).intact()).isTrue();

        TestDatabase.current().update("UPDATE audit_event SET actor_subject = 'somebody else' WHERE position = 1");
        TestDatabase.current().update("DELETE FROM audit_seal");
        sealer = new AuditSealer(pool, clock, config);
        seal();

        assertThat(verify().intact()).as("the new chain in itself").isTrue();
        assertThat(verifier.verify(anchor).await().atMost(SOON).findings())
                .containsExactly(new Finding(Kind.ANCHOR_DIFFERS, 2, null, null));
    }

    @Test
    void a_trail_cut_off_at_its_end_is_betrayed_by_an_anchor_kept_elsewhere() {
        add(4);
        seal();
        String anchor = verify().anchor();

        TestDatabase.current().update("DELETE FROM audit_seal WHERE number = 2");
        TestDatabase.current().update("DELETE FROM audit_event WHERE position = 4");

        assertThat(verify().intact()).as("what is left, in itself").isTrue();
        assertThat(verifier.verify(anchor).await().atMost(SOON).findings())
                .containsExactly(new Finding(Kind.SEAL_MISSING, 2, null, null));
    }

    @Test
    void reports_no_more_findings_than_it_may() {
        add(5);
        seal();
        TestDatabase.current().update("UPDATE audit_event SET action = 'other'");
        SealCheck check = new SealCheck(null, 2);

        List<AuditSeal> seals = pool
                .query("SELECT " + AuditRows.SEAL_COLUMNS + " FROM audit_seal ORDER BY number")
                .mapping(AuditRows::seal)
                .execute()
                .await()
                .atMost(SOON)
                .stream()
                .toList();
        seals.forEach(seal -> check.next(seal, List.of()));

        assertThat(check.finish()).hasSize(2);
    }
}
