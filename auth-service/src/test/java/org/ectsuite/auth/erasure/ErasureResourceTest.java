package org.ectsuite.auth.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.auth.AccountNotice;
import org.ectsuite.auth.Authenticator;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureResourceTest {

    private static final String OWN = "/auth/me/erasure";

    private static String path(UUID id) {
        return "/auth/accounts/" + id + "/erasure";
    }

    private static List<String> column(String sql, Object... parameters) {
        return TestDatabase.current().query(sql, parameters);
    }

    private static void theTimeHasCome(UUID id) {
        TestDatabase.current()
                .update(
                        "update erasure set requested_at = now() - interval '8 days', due_at = now() - interval '1 day'"
                                + " where account_id = ?",
                        id);
    }

    private static void erased(UUID id) {
        theTimeHasCome(id);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> status(id).equals("ERASED"));
    }

    private static String status(UUID id) {
        return Person.administrator()
                .api()
                .get("/auth/accounts/" + id)
                .jsonPath()
                .getString("status");
    }

    private static String code(Response response) {
        return response.jsonPath().getString("code");
    }

    @Test
    void waits_some_days_and_tells_the_owner() {
        // Given
        Person person = Person.someone();

        // When
        Response response = person.api().post(OWN);

        // Then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        Instant requested = Instant.parse(response.jsonPath().getString("requestedAt"));
        assertThat(Instant.parse(response.jsonPath().getString("dueAt"))).isEqualTo(requested.plus(Duration.ofDays(7)));
        AccountNotice.await(person.id(), "ERASURE_REQUESTED");
        assertThat(person.api().get("/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void asking_again_does_not_begin_anew() {
        Person person = Person.someone();
        String due = person.api().post(OWN).jsonPath().getString("dueAt");

        Response again = person.api().post(OWN);

        assertThat(Instant.parse(again.jsonPath().getString("dueAt"))).isEqualTo(Instant.parse(due));
        assertThat(column(
                        "select 1 from audit_event where object_id = ? and action = 'account.erasure-requested'",
                        person.id().toString()))
                .hasSize(1);
    }

    @Test
    void is_taken_back() {
        // Given
        Person person = Person.someone();
        person.api().post(OWN);

        // When
        Response response = person.api().delete(OWN);

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(person.api().get(OWN).jsonPath().getString("dueAt")).isNull();
        assertThat(person.api().delete(OWN).statusCode()).isEqualTo(404);
        assertThat(status(person.id())).isEqualTo("ACTIVE");
    }

    @Test
    void nothing_is_left_of_the_person_but_an_id() {
        // Given
        Person person = Person.someone();
        UUID id = person.id();
        String callsign = "E" + id.toString().substring(30).toUpperCase(java.util.Locale.ROOT);
        person.api()
                .header("If-Match", person.api().get("/auth/me").header("ETag"))
                .body(Map.of(
                        "name",
                        "Erwin Gone",
                        "callsign",
                        callsign,
                        "gmrsCallsign",
                        "WRAB123",
                        "earlierCallsigns",
                        List.of("KB1OLD"),
                        "zone",
                        "Europe/Berlin",
                        "locale",
                        "de",
                        "location",
                        Map.of("place", "Hidden Hollow", "grid", "FN31")))
                .put("/auth/me");
        Authenticator.of(person);
        RelyingParty client = RelyingParty.registered();
        client.signIn(person, "openid");
        String key = person.api()
                .body(Map.of("name", "Bot", "scopes", List.of("ectlog:read"), "expiresInDays", 1))
                .post("/auth/me/api-keys")
                .jsonPath()
                .getString("key.id");
        person.api().body(Map.of("email", Person.freshAddress())).post("/auth/me/email-change");
        String token = person.accessToken();
        person.api().post(OWN);

        // When
        erased(id);

        // Then
        assertThat(column(
                        "select email || ' ' || name || ' ' || zone || ' ' || role || ' ' || (callsign is null) from account where id = ?",
                        id))
                .containsExactly(id + "@erased.invalid Erased account UTC USER true");
        assertThat(column(
                        "select concat(gmrs_callsign, earlier_callsigns, place, grid, latitude, longitude) from account where id = ?",
                        id))
                .containsExactly("");
        assertThat(column("select 1 from audit_event where concat(before, after) like '%Hidden Hollow%'"))
                .isEmpty();
        for (String table : tablesOfAccounts()) {
            assertThat(column("select 1 from " + table + " where account_id = ?", id))
                    .as(table)
                    .isEmpty();
        }
        assertThat(column("select 1 from magic_link where email_key = ?", person.email()))
                .isEmpty();
        assertThat(person.browser().token().statusCode()).isEqualTo(401);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Person.withToken(token).get("/auth/me").statusCode())
                                .isEqualTo(401));
        assertThat(column("select action from audit_event where object_id = ? order by position", id.toString()))
                .endsWith("account.erased");
        assertThat(column("select 1 from audit_event where action = 'api-key.revoked' and object_id = ?", key))
                .hasSize(1);
        // The callsign is free, and whoever owns the mailbox begins anew.
        Person anew = Person.signedIn(person.email());
        assertThat(anew.id()).isNotEqualTo(id);
        assertThat(anew.api()
                        .header("If-Match", anew.api().get("/auth/me").header("ETag"))
                        .body(Map.of("name", "", "callsign", callsign, "zone", "UTC", "locale", "en"))
                        .put("/auth/me")
                        .statusCode())
                .isEqualTo(200);
    }

    /** Whatever hangs on accounts, now and later; clients that are still to be told of the sign-out excepted. */
    private static List<String> tablesOfAccounts() {
        List<String> tables = column("select conrelid::regclass::text from pg_constraint where contype = 'f'"
                + " and confrelid = 'account'::regclass and conrelid <> 'logout_notice'::regclass");
        assertThat(tables).contains("session", "api_key", "consent", "totp", "erasure", "email_change");
        return tables;
    }

    @Test
    void an_erased_account_is_not_touched_any_more() {
        // Given
        Person person = Person.someone();
        UUID id = person.id();
        person.api().post(OWN);
        erased(id);
        String account = "/auth/accounts/" + id;
        String etag = Person.administrator().api().get(account).header("ETag");

        // Then
        assertThat(code(Person.administrator()
                        .api()
                        .header("If-Match", etag)
                        .body(Map.of("role", "NCS"))
                        .put(account + "/role")))
                .isEqualTo("account-gone");
        assertThat(code(Person.administrator().api().delete(account + "/ban"))).isEqualTo("account-gone");
        assertThat(code(Person.administrator().api().delete(account + "/deactivation")))
                .isEqualTo("account-gone");
        assertThat(code(Person.administrator().api().post(path(id)))).isEqualTo("account-gone");
        assertThat(status(id)).isEqualTo("ERASED");
    }

    @Test
    void wants_a_sign_in_of_the_last_minutes() {
        Person person = Person.someone();
        TestDatabase.current()
                .update(
                        "update session set signed_in_at = now() - interval '1 hour' where id = ?::uuid",
                        person.claim("sid"));

        assertThat(code(person.api().post(OWN))).isEqualTo("step-up-required");
        assertThat(person.api().get(OWN).jsonPath().getString("dueAt")).isNull();
    }

    @Test
    void the_last_administrator_cannot_ask_for_it() {
        Person admin = Person.lastAdministrator();

        Response response = admin.api().post(path(admin.id()));

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(code(response)).isEqualTo("last-administrator");
    }

    @Test
    void whoever_became_the_last_administrator_meanwhile_stays() {
        // Given
        Person admin = Person.lastAdministrator();
        UUID id = admin.id();
        assertThat(column("select 1 from account where role = 'ADMIN'")).hasSize(1);
        TestDatabase.current()
                .update("insert into erasure (account_id, requested_at, due_at) values (?, now(), now())", id);
        // The next one in line is the proof that his turn has passed.
        UUID witness = Person.someone().id();
        admin.api().post(path(witness));

        // When
        erased(witness);

        // Then
        assertThat(status(id)).isEqualTo("ACTIVE");
        assertThat(Person.administrator().claim("groups")).contains("ADMIN");
        TestDatabase.current().update("delete from erasure where account_id = ?", id);
    }

    @Test
    void administrators_ask_for_others_and_take_it_back() {
        Person person = Person.someone();
        UUID id = person.id();

        assertThat(Person.administrator().api().post(path(id)).statusCode()).isEqualTo(200);
        assertThat(Person.administrator().api().get(path(id)).jsonPath().getString("dueAt"))
                .isNotNull();
        assertThat(person.api().get(OWN).jsonPath().getString("dueAt")).isNotNull();
        assertThat(Person.administrator().api().delete(path(id)).statusCode()).isEqualTo(204);
        assertThat(person.api().get(OWN).jsonPath().getString("dueAt")).isNull();
    }

    @Test
    void nobody_else_does() {
        UUID id = Person.someone().id();
        Person stranger = Person.someone();

        assertThat(stranger.api().post(path(id)).statusCode()).isEqualTo(403);
        assertThat(stranger.api().delete(path(id)).statusCode()).isEqualTo(403);
        assertThat(stranger.api().get(path(id)).statusCode()).isEqualTo(403);
        assertThat(Person.anonymous().post(OWN).statusCode()).isEqualTo(401);
        assertThat(Person.administrator().api().post(path(UUID.randomUUID())).statusCode())
                .isEqualTo(404);
    }
}
