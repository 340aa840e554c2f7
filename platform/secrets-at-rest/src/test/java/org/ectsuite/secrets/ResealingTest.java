package org.ectsuite.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.command.OperatorCommand;
import org.ectsuite.testsupport.PostgresResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a real PostgreSQL: what is renewed, what stays, and that the old key is not needed any more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResealingTest {

    private static final String OLD = "1:" + randomKey();
    private static final String NEW = "2:" + randomKey();
    private static final String LOST = "9:" + randomKey();
    /** More than are renewed in one go. */
    private static final int MANY = 230;

    private final Vertx vertx = Vertx.vertx();
    private final PostgresResource postgres = new PostgresResource();

    @SuppressWarnings("NullAway.Init")
    private Pool pool;

    private static String randomKey() {
        byte[] key = new byte[Keyset.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private record Column(String table) implements SealedColumn {

        @Override
        public String column() {
            return "sealed";
        }

        @Override
        public String key() {
            return "id";
        }

        @Override
        public String context(String key) {
            return table + ":" + key;
        }
    }

    private static final List<SealedColumn> COLUMNS = List.of(new Column("letter"), new Column("key_pair"));

    @BeforeAll
    void start() {
        Map<String, String> database = postgres.start();
        PgConnectOptions options = PgConnectOptions.fromUri(String.valueOf(database.get("ECT_DB_URL")))
                .setUser(database.get("ECT_DB_OWNER_USER"))
                .setPassword(database.get("ECT_DB_OWNER_PASSWORD"));
        pool = Pool.newInstance(
                PgBuilder.pool().connectingTo(options).using(vertx).build());
    }

    @AfterAll
    void stop() {
        pool.closeAndAwait();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        postgres.stop();
    }

    @BeforeEach
    void fill() {
        for (SealedColumn column : COLUMNS) {
            pool.query("drop table if exists " + column.table()).executeAndAwait();
            pool.query("create table " + column.table() + " (id uuid primary key, sealed bytea)")
                    .executeAndAwait();
            for (int i = 0; i < MANY; i++) {
                insert(column, OLD);
            }
            pool.query("insert into " + column.table() + " values (gen_random_uuid(), null)")
                    .executeAndAwait();
        }
    }

    private UUID insert(SealedColumn column, String keyset) {
        UUID id = UUID.randomUUID();
        byte[] sealed = SecretBox.of(keyset).seal(secret(id.toString()), column.context(id.toString()));
        pool.preparedQuery("insert into " + column.table() + " values ($1, $2)")
                .executeAndAwait(Tuple.of(id, Buffer.buffer(sealed)));
        return id;
    }

    private static byte[] secret(String id) {
        return ("secret of " + id).getBytes(StandardCharsets.UTF_8);
    }

    private Resealing resealing(String keyset) {
        return new Resealing(pool, SecretBox.of(keyset), COLUMNS);
    }

    /** The ids of the rows whose secret the keyset gives back. */
    private List<String> readable(SealedColumn column, String keyset) {
        SecretBox box = SecretBox.of(keyset);
        List<String> ids = new ArrayList<>();
        for (Row row : pool.query("select id::text, sealed from " + column.table() + " where sealed is not null")
                .executeAndAwait()) {
            try {
                byte[] plain = box.open(row.getBuffer(1).getBytes(), column.context(row.getString(0)));
                assertThat(plain).isEqualTo(secret(row.getString(0)));
                ids.add(row.getString(0));
            } catch (UnreadableSecretException e) {
                // Not by this keyset.
            }
        }
        return ids;
    }

    @Test
    void afterwards_everything_is_readable_and_the_old_key_is_not_needed() {
        Resealing.Tally tally = resealing(NEW + "," + OLD).all().await().indefinitely();

        assertThat(tally).isEqualTo(new Resealing.Tally(2 * MANY, 0));
        for (SealedColumn column : COLUMNS) {
            assertThat(readable(column, NEW)).hasSize(MANY);
            assertThat(readable(column, OLD)).isEmpty();
        }
    }

    @Test
    void a_second_time_there_is_nothing_to_do() {
        resealing(NEW + "," + OLD).all().await().indefinitely();

        assertThat(resealing(NEW).all().await().indefinitely()).isEqualTo(new Resealing.Tally(0, 0));
    }

    @Test
    void what_cannot_be_opened_stays_as_it_is_and_is_counted() {
        UUID lost = insert(COLUMNS.getFirst(), LOST);

        Resealing.Tally tally = resealing(NEW + "," + OLD).all().await().indefinitely();

        assertThat(tally).isEqualTo(new Resealing.Tally(2 * MANY, 1));
        assertThat(readable(COLUMNS.getFirst(), LOST)).containsExactly(lost.toString());
        assertThat(readable(COLUMNS.getFirst(), NEW)).hasSize(MANY);
    }

    @Test
    void a_secret_that_was_copied_into_another_row_is_not_made_good() {
        String table = COLUMNS.getFirst().table();
        pool.query("update " + table + " set sealed = (select sealed from " + table
                        + " where sealed is not null order by id limit 1)"
                        + " where id = (select id from " + table
                        + " where sealed is not null order by id desc limit 1)")
                .executeAndAwait();

        assertThat(resealing(NEW + "," + OLD).all().await().indefinitely().unreadable())
                .isEqualTo(1);
    }

    @Test
    void the_command_says_whether_the_old_key_can_go() {
        SecretBox box = SecretBox.of(NEW + "," + OLD);
        insert(COLUMNS.getFirst(), LOST);

        OperatorCommand.Outcome left = new ResealCommand(new Resealing(pool, box, COLUMNS), box)
                .run(Set.of(), List.of())
                .await()
                .indefinitely();

        assertThat(left.good()).isFalse();
        assertThat(left.text()).contains(2 * MANY + " secrets").contains("1 cannot be opened");
        pool.query("delete from letter where substring(sealed from 1 for 5) = '\\x0100000009'")
                .executeAndAwait();
        assertThat(new ResealCommand(new Resealing(pool, box, COLUMNS), box)
                        .run(Set.of(), List.of())
                        .await()
                        .indefinitely())
                .isEqualTo(new OperatorCommand.Outcome(
                        true, "0 secrets were sealed under key 2. No other key is needed any more."));
    }
}
