package org.ectsuite.ectlog.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.checkIn;
import static org.ectsuite.ectlog.Api.draft;
import static org.ectsuite.ectlog.Api.grant;
import static org.ectsuite.ectlog.Api.idOf;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.net;
import static org.ectsuite.ectlog.Api.person;
import static org.ectsuite.ectlog.Api.step;
import static org.ectsuite.ectlog.Api.user;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NetResourceTest {

    private static final String START = "2030-03-05T19:00:00Z";

    @Test
    void makes_who_creates_a_net_its_owner_and_net_control() {
        // Given
        TestTokens ncs = ncs();

        // When
        Response response = as(ncs).body(Map.of("name", "Tuesday net")).post("/ectlog/nets");

        // Then
        response.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", not(nullValue()))
                .body("status", is("DRAFT"))
                .body("version", is(1))
                .body("selfCheckIn", is(true))
                .body("startedAt", nullValue())
                .body("closedAt", nullValue())
                .body("owner.userId", is(idOf(ncs).toString()))
                .body("roles.userId", contains(idOf(ncs).toString()))
                .body("roles.role", contains("NCS"))
                .body("me.canManage", is(true))
                .body("me.subscribed", is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER"})
    void refuses_to_create_a_net_for_who_is_no_net_control(String role) {
        // Given
        TestTokens caller = person(role);

        // When, Then
        as(caller)
                .body(Map.of("name", "Tuesday net"))
                .post("/ectlog/nets")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\"}",
                "{\"name\":\"   \"}",
                "{\"name\":7}",
                "{\"name\":\"a\\nb\"}",
                "{\"name\":\"Net\",\"colour\":\"red\"}",
                "{\"name\":\"Net\",\"status\":\"ACTIVE\"}",
                "{\"name\":\"Net\",\"zone\":\"Mars/Olympus\"}",
                "{\"name\":\"Net\",\"scheduledStart\":\"tomorrow\"}",
                "{\"name\":\"Net\",\"selfCheckIn\":\"yes\"}",
                "{\"name\":\"Net\",\"frequencyIds\":[null]}",
                "[]",
                "null"
            })
    void refuses_settings_that_do_not_fit(String body) {
        // Given
        TestTokens ncs = ncs();

        // When, Then
        as(ncs).body(body).post("/ectlog/nets").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void takes_a_name_of_two_hundred_characters_and_no_longer() {
        // Given
        TestTokens ncs = ncs();

        // When, Then
        as(ncs).body(Map.of("name", "x".repeat(200)))
                .post("/ectlog/nets")
                .then()
                .statusCode(201);
        as(ncs).body(Map.of("name", "x".repeat(201)))
                .post("/ectlog/nets")
                .then()
                .statusCode(400)
                .body("code", is("validation-failed"));
    }

    @Test
    void answers_a_repeated_creation_with_the_same_net() {
        // Given
        TestTokens ncs = ncs();
        String key = UUID.randomUUID().toString();
        String first = created(ncs, key, "Tuesday net")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        Response repeat = created(ncs, key, "Tuesday net");

        // Then
        repeat.then().statusCode(201).body("id", is(first));
        created(ncs, key, "Another net").then().statusCode(422).body("code", is("idempotency-key-reused"));
    }

    @Test
    void lives_from_draft_to_archive() {
        // Given
        TestTokens ncs = ncs();
        String net = draft(ncs, Map.of("scheduledStart", START, "zone", "America/New_York"));

        // When, Then
        step(ncs, net, "schedule").statusCode(200).header("ETag", "\"2\"").body("status", is("SCHEDULED"));
        step(ncs, net, "lobby").statusCode(200).body("status", is("LOBBY")).body("startedAt", nullValue());
        step(ncs, net, "start").statusCode(200).body("status", is("ACTIVE")).body("startedAt", notNullValue());
        step(ncs, net, "close").statusCode(200).body("status", is("CLOSED")).body("closedAt", notNullValue());
        step(ncs, net, "archive").statusCode(200).body("status", is("ARCHIVED"));
        step(ncs, net, "unarchive").statusCode(200).header("ETag", "\"7\"").body("status", is("CLOSED"));
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, close",
        "DRAFT, archive",
        "DRAFT, unarchive",
        "SCHEDULED, schedule",
        "SCHEDULED, close",
        "LOBBY, schedule",
        "LOBBY, lobby",
        "LOBBY, archive",
        "ACTIVE, schedule",
        "ACTIVE, lobby",
        "ACTIVE, start",
        "ACTIVE, archive",
        "CLOSED, schedule",
        "CLOSED, lobby",
        "CLOSED, start",
        "CLOSED, close",
        "CLOSED, unarchive",
        "ARCHIVED, start",
        "ARCHIVED, close",
        "ARCHIVED, archive",
        "DRAFT, cancel",
        "ACTIVE, cancel",
        "CLOSED, cancel",
        "CANCELLED, start",
        "CANCELLED, lobby",
        "CANCELLED, schedule",
        "CANCELLED, cancel",
        "CANCELLED, archive"
    })
    void refuses_a_step_that_the_life_cycle_does_not_have(String state, String step) {
        // Given
        TestTokens ncs = ncs();
        String net = netIn(ncs, state);
        int version = version(ncs, net);

        // When
        ValidatableResponse response = step(ncs, net, step);

        // Then
        response.statusCode(409)
                .contentType("application/problem+json")
                .body("code", is("illegal-transition"))
                .body("netStatus", is(state));
        get(ncs, net).body("status", is(state)).body("version", is(version));
    }

    @Test
    void announces_no_net_without_a_start_time() {
        // Given
        TestTokens ncs = ncs();
        String net = draft(ncs);

        // When, Then
        step(ncs, net, "schedule").statusCode(409).body("code", is("start-time-missing"));
        get(ncs, net).body("status", is("DRAFT"));
    }

    @Test
    void takes_a_step_once_when_two_take_it_at_the_same_moment() throws Exception {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Integer> statuses = new ArrayList<>();
        int before = mailRows();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> attempt = () -> {
                together.await(10, TimeUnit.SECONDS);
                return step(ncs, net, "close").extract().statusCode();
            };
            List<Future<Integer>> attempts = List.of(threads.submit(attempt), threads.submit(attempt));

            // When
            for (Future<Integer> each : attempts) {
                statuses.add(each.get(20, TimeUnit.SECONDS));
            }
        }

        // Then
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(mailRows() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER"})
    void lets_nobody_without_a_role_in_the_net_manage_it(String role) {
        // Given
        TestTokens ncs = ncs();
        String net = draft(ncs, Map.of("scheduledStart", START));
        TestTokens stranger = person(role);

        // When, Then
        refusesToManage(stranger, net);
        get(ncs, net).body("status", is("DRAFT")).body("version", is(1)).body("roles.size()", is(1));
        get(stranger, net).body("me.canManage", is(false));
    }

    @Test
    void lets_the_net_control_of_one_net_not_manage_another() {
        // Given
        TestTokens here = ncs();
        TestTokens elsewhere = ncs();
        String own = draft(here, Map.of("scheduledStart", START));
        String foreign = draft(elsewhere, Map.of("scheduledStart", START));

        // When, Then
        refusesToManage(here, foreign);
        get(elsewhere, foreign).body("status", is("DRAFT")).body("version", is(1));
        step(here, own, "schedule").statusCode(200);
    }

    @Test
    void lets_a_member_manage_by_the_role_of_net_control_only() {
        // Given
        TestTokens ncs = ncs();
        String net = draft(ncs, Map.of("scheduledStart", START));
        TestTokens member = user();

        // When, Then
        for (String role : List.of("LOGGER", "RELAY")) {
            grant(ncs, net, member, role).statusCode(200);
            refusesToManage(member, net);
        }
        grant(ncs, net, member, "NCS").statusCode(200);
        step(member, net, "start").statusCode(200);
        as(ncs).delete("/ectlog/nets/{id}/roles/{user}", net, idOf(member))
                .then()
                .statusCode(200);
        step(member, net, "close").statusCode(403);
    }

    @Test
    void lets_an_administrator_manage_every_net() {
        // Given
        String net = net(ncs());

        // When, Then
        step(person("ADMIN"), net, "close").statusCode(200).body("status", is("CLOSED"));
    }

    @Test
    void keeps_one_net_control_while_the_net_is_open() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        TestTokens relief = user();

        // When, Then
        as(ncs).delete("/ectlog/nets/{id}/roles/{user}", net, idOf(ncs))
                .then()
                .statusCode(409)
                .body("code", is("last-ncs"));
        grant(ncs, net, ncs, "LOGGER").statusCode(409).body("code", is("last-ncs"));
        grant(ncs, net, relief, "NCS")
                .statusCode(200)
                .body(
                        "roles.userId",
                        containsInAnyOrder(idOf(ncs).toString(), idOf(relief).toString()));
        as(ncs).delete("/ectlog/nets/{id}/roles/{user}", net, idOf(ncs))
                .then()
                .statusCode(200)
                .body("roles.userId", contains(idOf(relief).toString()));
    }

    @Test
    void demands_the_version_of_the_settings_that_are_changed() {
        // Given
        TestTokens ncs = ncs();
        String net = draft(ncs);

        // When, Then
        as(ncs).body(Map.of("name", "Renamed"))
                .put("/ectlog/nets/{id}", net)
                .then()
                .statusCode(428)
                .body("code", is("version-required"));
        update(ncs, net, 7).statusCode(412).body("code", is("stale-version"));
        get(ncs, net).body("name", is("Tuesday net"));
        update(ncs, net, 1)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", is("Renamed"))
                .body("version", is(2));
        update(ncs, net, 1).statusCode(412).body("code", is("stale-version"));
    }

    @Test
    void leaves_a_closed_net_as_it_is() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        step(ncs, net, "close").statusCode(200);

        // When, Then
        update(ncs, net, version(ncs, net)).statusCode(409).body("code", is("net-closed"));
        grant(ncs, net, user(), "LOGGER").statusCode(409).body("code", is("net-closed"));
    }

    @Test
    void deletes_a_draft_and_nothing_else() {
        // Given
        TestTokens ncs = ncs();
        String draft = draft(ncs);
        String open = net(ncs);

        // When, Then
        as(ncs).delete("/ectlog/nets/{id}", draft).then().statusCode(204);
        as(ncs).get("/ectlog/nets/{id}", draft).then().statusCode(404);
        as(ncs).delete("/ectlog/nets/{id}", open)
                .then()
                .statusCode(409)
                .body("code", is("not-a-draft"))
                .body("netStatus", is("ACTIVE"));
        get(ncs, open).body("status", is("ACTIVE"));
    }

    @Test
    void writes_one_mail_for_each_subscriber_when_the_net_is_closed() {
        // Given
        TestTokens ncs = ncs();
        String name = "Net " + UUID.randomUUID();
        String net = net(ncs, Map.of("name", name));
        TestTokens reader = user();
        TestTokens quitter = user();
        for (TestTokens person : List.of(ncs, reader, quitter)) {
            AuthServer.person(idOf(person).toString(), "Reader", idOf(person) + "@example.org");
        }
        subscribe(reader, net);
        // A second wish changes nothing.
        subscribe(reader, net);
        subscribe(quitter, net);
        as(quitter).delete("/ectlog/nets/{id}/subscription", net).then().statusCode(204);
        checkIn(ncs, net, "W1AW");
        int before = mailRows();

        // When
        step(ncs, net, "close").statusCode(200);

        // Then
        assertThat(mailRows() - before).isEqualTo(2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(readersOf(name))
                        .containsExactlyInAnyOrder(
                                idOf(ncs).toString(), idOf(reader).toString()));
        step(ncs, net, "archive").statusCode(200);
        step(ncs, net, "unarchive").statusCode(200);
        assertThat(mailRows() - before).isEqualTo(2);
    }

    @Test
    void writes_no_mail_when_the_net_is_not_closed() {
        // Given
        TestTokens ncs = ncs();
        String draft = draft(ncs);
        String open = net(ncs);
        int before = mailRows();

        // When
        step(ncs, draft, "close").statusCode(409);
        step(user(), open, "close").statusCode(403);

        // Then
        assertThat(mailRows()).isEqualTo(before);
        get(ncs, open).body("status", is("ACTIVE"));
    }

    @Test
    void lists_nets_of_the_wanted_states_newest_first() {
        // Given
        TestTokens ncs = ncs();
        String open = net(ncs);
        String draft = draft(ncs);

        // When
        Response drafts = as(user()).get("/ectlog/nets?status=DRAFT&limit=1");

        // Then
        drafts.then().statusCode(200).body("items.id", contains(draft));
        as(user())
                .get("/ectlog/nets?status=ACTIVE,LOBBY&limit=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(open))
                .body("items.status", everyItem(is("ACTIVE")));
        as(user()).get("/ectlog/nets?status=GONE").then().statusCode(400).body("errors.field", contains("status"));
    }

    @Test
    void knows_no_net_of_another_id() {
        // Given
        TestTokens ncs = ncs();
        String nowhere = UUID.randomUUID().toString();

        // When, Then
        as(ncs).get("/ectlog/nets/{id}", nowhere).then().statusCode(404).contentType("application/problem+json");
        step(ncs, nowhere, "start").statusCode(404);
        step(ncs, nowhere, "close").statusCode(404);
        as(ncs).put("/ectlog/nets/{id}/subscription", nowhere).then().statusCode(404);
    }

    private static void refusesToManage(TestTokens who, String net) {
        for (String step : List.of("schedule", "lobby", "start", "close", "cancel", "archive", "unarchive")) {
            step(who, net, step).statusCode(403).body("code", is("forbidden"));
        }
        update(who, net, 1).statusCode(403);
        grant(who, net, who, "NCS").statusCode(403);
        as(who).delete("/ectlog/nets/{id}/roles/{user}", net, idOf(who)).then().statusCode(403);
        as(who).delete("/ectlog/nets/{id}", net).then().statusCode(403);
    }

    private static String netIn(TestTokens ncs, String state) {
        String net = draft(ncs, Map.of("scheduledStart", START));
        List<String> steps = switch (NetStatus.valueOf(state)) {
            case DRAFT -> List.of();
            case SCHEDULED -> List.of("schedule");
            case LOBBY -> List.of("lobby");
            case ACTIVE -> List.of("start");
            case CLOSED -> List.of("start", "close");
            case ARCHIVED -> List.of("start", "close", "archive");
            case CANCELLED -> List.of("schedule", "cancel");
        };
        steps.forEach(step -> step(ncs, net, step).statusCode(200));
        return net;
    }

    private static Response created(TestTokens ncs, String key, String name) {
        return as(ncs).header("Idempotency-Key", key).body(Map.of("name", name)).post("/ectlog/nets");
    }

    private static ValidatableResponse update(TestTokens who, String net, int version) {
        return as(who).header("If-Match", "\"" + version + "\"")
                .body(Map.of("name", "Renamed"))
                .put("/ectlog/nets/{id}", net)
                .then();
    }

    private static ValidatableResponse get(TestTokens who, String net) {
        return as(who).get("/ectlog/nets/{id}", net).then().statusCode(200);
    }

    private static int version(TestTokens who, String net) {
        return get(who, net).extract().path("version");
    }

    private static void subscribe(TestTokens who, String net) {
        as(who).put("/ectlog/nets/{id}/subscription", net).then().statusCode(204);
    }

    /** The rows of the outbox for logs of nets, delivered or not. */
    private static int mailRows() {
        return TestDatabase.current()
                .query("SELECT id FROM outbox_message WHERE kind = 'net-log'")
                .size();
    }

    /** To whom the log of the net of this name was handed over. */
    private static List<String> readersOf(String name) {
        return NotificationServer.received("net-log").stream()
                .filter(message -> name.equals(message.data().path("netName").asText()))
                .map(message -> message.recipient().path("userId").asText())
                .toList();
    }
}
