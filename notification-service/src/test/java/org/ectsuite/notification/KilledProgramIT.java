package org.ectsuite.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.AuthServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.ReceivedMail;
import org.ectsuite.testsupport.SecretsResource;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.SmtpServerResource;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The packaged program is killed (SIGKILL) again and again while it takes mails in and hands them over. {@code
 * -Dkills=100} kills it a hundred times; the default is few, so that the test stays short. The moments come from {@code
 * -Dseed=...}.
 */
class KilledProgramIT {

    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final long SEED = Long.getLong("seed", 20_260_312L);
    private static final int MAILS_PER_LIFE = 12;

    private final PostgresResource postgres = new PostgresResource();
    private final AuthServerResource auth = new AuthServerResource();
    private final SecretsResource secrets = new SecretsResource();
    private final SmtpServerResource smtp = new SmtpServerResource();
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Arrivals of messages whose 250 the program did not live to note. */
    private final Map<String, Long> unnoted = new HashMap<>();

    /** Attempts that were given up before the relay had answered. */
    private final Map<String, Long> waitedInVain = new HashMap<>();

    private @Nullable Process program;

    @BeforeEach
    void start() throws IOException {
        environment.putAll(postgres.start());
        environment.putAll(auth.start());
        environment.putAll(secrets.start());
        environment.putAll(smtp.start());
        environment.put("ECT_HTTP_PORT", Integer.toString(freePort()));
        environment.put("ECT_MANAGEMENT_PORT", Integer.toString(freePort()));
        // A killed worker's mails are taken up by one of the next lives, not minutes later.
        environment.put("ECT_NOTIFICATION_SMTP_SEND_TIMEOUT", "8S");
        environment.put("ECT_NOTIFICATION_PUSH_TIMEOUT", "8S");
        environment.put("ECT_NOTIFICATION_DELIVERY_LEASE", "10S");
    }

    @AfterEach
    void stop() {
        kill();
        smtp.stop();
        secrets.stop();
        auth.stop();
        postgres.stop();
    }

    @Test
    void neither_loses_a_mail_nor_doubles_it_outside_of_the_window_after_the_relays_250() {
        // Given
        Random random = new Random(SEED);
        SmtpServer relay = SmtpServer.current();
        List<String> acknowledged = new ArrayList<>();

        // When: in each life mails come in, and after some of them were handed over the program is killed
        for (int life = 0; life < KILLS; life++) {
            launch();
            int before = relay.mails().size();
            int mails = 1 + random.nextInt(MAILS_PER_LIFE);
            for (int i = 0; i < mails; i++) {
                acknowledged.add(send("k" + life + "-" + i, "life%d.%d@example.org".formatted(life, i)));
            }
            int enough = before + random.nextInt(mails + 1);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> relay.mails().size() >= enough);
            kill();
            account(relay);
        }
        launch();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> count("select count(*) from message where status <> 'SENT'") == 0);

        // Then: whatever was answered with 202 has arrived
        Map<String, Long> arrived = relay.mails().stream()
                .collect(Collectors.groupingBy(KilledProgramIT::messageId, LinkedHashMap::new, Collectors.counting()));
        assertThat(arrived.keySet()).containsExactlyInAnyOrderElementsOf(acknowledged);

        // And: each came once for the 250 that was noted, and once for each that was seen to be lost
        kill();
        account(relay);
        arrived.forEach(
                (id, times) -> assertThat(times).as("arrivals of %s", id).isEqualTo(1 + unnoted.getOrDefault(id, 0L)));
        long doubled = arrived.values().stream().filter(times -> times > 1).count();
        org.jboss.logging.Logger.getLogger(KilledProgramIT.class)
                .infof(
                        "Killed %d times (seed %d): %d mails acknowledged, %d arrived, %d of them twice, %d attempts cut off",
                        KILLS,
                        SEED,
                        acknowledged.size(),
                        arrived.size(),
                        doubled,
                        count("select count(*) from message_transition where to_status = 'SENDING'"
                                + " and from_status = 'SENDING'"));
    }

    /**
     * Compares what the relay has with what the database says, while the program is dead and both are still. What is SENT
     * has arrived once for that. Whatever arrived besides is a 250 that was never noted, and there can only be one where an
     * attempt was under way when the program died, or where an attempt was given up before the relay had answered.
     */
    private void account(SmtpServer relay) {
        Awaitility.await("the relay and the database come to rest")
                .atMost(Duration.ofSeconds(30))
                .until(() -> relay.underWay() == 0
                        && count("select count(*) from pg_stat_activity where datname = current_database()"
                                        + " and backend_type = 'client backend' and pid <> pg_backend_pid()")
                                == 0);
        Map<String, Long> arrived = relay.mails().stream()
                .collect(Collectors.groupingBy(KilledProgramIT::messageId, Collectors.counting()));
        for (String row : TestDatabase.current().query("""
                select m.id || ' ' || m.status || ' ' || (
                    select count(*) from message_transition t where t.message_id = m.id
                        and t.note like 'The relay did not finish within the time allowed%')
                from message m
                """)) {
            String[] columns = row.split(" ", -1);
            String id = columns[0];
            long noted = columns[1].equals("SENT") ? 1 : 0;
            long givenUp = Long.parseLong(columns[2]);
            long lost = arrived.getOrDefault(id, 0L) - noted - unnoted.getOrDefault(id, 0L);
            long possible = (columns[1].equals("SENDING") ? 1 : 0) + givenUp - waitedInVain.getOrDefault(id, 0L);
            assertThat(lost).as("arrivals of %s that nobody noted", row).isBetween(0L, possible);
            unnoted.merge(id, lost, Long::sum);
            waitedInVain.put(id, givenUp);
        }
    }

    private void launch() {
        List<String> command = command();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            program = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                            Path.of("target", "killed-program.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("readiness")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(this::isReady);
    }

    /** What was packaged last: the native program, or the one on this JVM. */
    private static List<String> command() {
        Path target = Path.of("target");
        Properties artifact = new Properties();
        try (Reader reader = Files.newBufferedReader(target.resolve("quarkus-artifact.properties"))) {
            artifact.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String program = target.resolve(artifact.getProperty("path")).toString();
        return artifact.getProperty("type").equals("native")
                ? List.of(program)
                : List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        program);
    }

    private void kill() {
        Process running = program;
        program = null;
        if (running != null) {
            running.destroyForcibly();
            running.onExit()
                    .orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        }
    }

    private boolean isReady() throws InterruptedException {
        Process running = program;
        if (running == null || !running.isAlive()) {
            throw new IllegalStateException("The program ended; see target/killed-program.log");
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:%s/q/health/ready".formatted(environment.get("ECT_MANAGEMENT_PORT"))))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Sends under a key of its own until it is answered, as the outboxes do; returns the id. */
    private String send(String key, String address) {
        String token = TestTokens.service("ectlog-service")
                .scopes("notifications:send")
                .audience("notification-service")
                .sign();
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:%s/notification/messages".formatted(environment.get("ECT_HTTP_PORT"))))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"kind": "net-log", "recipient": {"address": "%s"}, "data": {
                          "netName": "Oberrhein Emergency Net", "ncs": [], "frequencies": [],
                          "closedAt": "2026-03-12T19:37:00Z", "stations": 0, "rechecks": 0, "rows": [],
                          "url": "http://localhost:8080/nets/%s"}}
                        """.formatted(
                        address, UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)))))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return answer.body().replaceAll(".*\"id\" *: *\"([0-9a-f-]{36})\".*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String messageId(ReceivedMail mail) {
        return mail.header("Message-ID").getFirst().replaceAll("<([^@]+)@.*", "$1");
    }

    private static long count(String sql, Object... parameters) {
        return Long.parseLong(TestDatabase.current().query(sql, parameters).getFirst());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
