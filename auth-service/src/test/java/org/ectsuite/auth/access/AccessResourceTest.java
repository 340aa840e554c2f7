package org.ectsuite.auth.access;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.auth.AtOnce;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.SecurityAlert;
import org.ectsuite.auth.SignInMail;
import org.ectsuite.testsupport.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessResourceTest {

    private static String path(UUID id, String what) {
        return "/auth/accounts/" + id + what;
    }

    private static long version(UUID id) {
        return Person.administrator().api().get(path(id, "")).jsonPath().getLong("version");
    }

    private static Response giveRole(RequestSpecification caller, UUID id, String role) {
        return caller.header("If-Match", "\"" + version(id) + "\"")
                .body(Map.of("role", role))
                .put(path(id, "/role"));
    }

    private static Response ban(RequestSpecification caller, UUID id, @Nullable String until) {
        Map<String, Object> body = new HashMap<>(Map.of("reason", "Jamming"));
        if (until != null) {
            body.put("until", until);
        }
        return caller.body(body).put(path(id, "/ban"));
    }

    private static void refusedSoon(String accessToken) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                Person.withToken(accessToken).get("/auth/me").statusCode())
                        .isEqualTo(401));
    }

    private static String problem(Response response) {
        return response.jsonPath().getString("code");
    }

    private static int auditRows(UUID id, String action) {
        return TestDatabase.current()
                .query("select id from audit_event where object_id = ? and action = ?", id.toString(), action)
                .size();
    }

    @Test
    void a_new_role_is_in_the_next_token_and_the_old_one_is_refused() {
        // Given
        Person person = Person.someone();
        UUID id = person.id();
        String oldToken = person.accessToken();

        // When
        Response response = giveRole(Person.administrator().api(), id, "NCS");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getString("role")).isEqualTo("NCS");
        assertThat(response.header("ETag")).isEqualTo("\"" + response.jsonPath().getLong("version") + "\"");
        refusedSoon(oldToken);
        assertThat(person.renew().claim("groups")).isEqualTo("[USER, LOGGER, NCS]");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(person.renew().api().get("/auth/me").statusCode())
                                .isEqualTo(200));
        assertThat(auditRows(id, "account.role-changed")).isOne();
    }

    @Test
    void the_same_role_again_changes_nothing() {
        Person person = Person.someone();
        UUID id = person.id();
        long before = version(id);

        assertThat(giveRole(Person.administrator().api(), id, "USER").statusCode())
                .isEqualTo(200);

        assertThat(version(id)).isEqualTo(before);
        assertThat(auditRows(id, "account.role-changed")).isZero();
        assertThat(person.api().get("/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_role_is_given_to_the_version_that_was_seen() {
        UUID id = Person.someone().id();
        RequestSpecification stale =
                Person.administrator().api().header("If-Match", "\"4711\"").body(Map.of("role", "NCS"));
        RequestSpecification blind = Person.administrator().api().body(Map.of("role", "NCS"));

        assertThat(stale.put(path(id, "/role")).statusCode()).isEqualTo(412);
        assertThat(blind.put(path(id, "/role")).statusCode()).isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"role\":null}",
                "{\"role\":\"ROOT\"}",
                "{\"role\":3}",
                "{\"role\":\"NCS\",\"x\":1}",
                "[]",
                "NCS"
            })
    void a_role_that_is_none_is_refused(String body) {
        UUID id = Person.someone().id();

        Response response = Person.administrator()
                .api()
                .header("If-Match", "\"" + version(id) + "\"")
                .body(body)
                .put(path(id, "/role"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }

    @Test
    void the_last_administrator_stays_one() {
        Person admin = Person.administrator();

        Response response = giveRole(admin.api(), admin.id(), "NCS");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(problem(response)).isEqualTo("last-administrator");
        assertThat(admin.renew().claim("groups")).contains("ADMIN");
    }

    @Test
    void of_two_administrators_who_relieve_one_another_at_once_one_remains() throws Exception {
        // Given
        Person admin = Person.administrator();
        Person second = Person.someone();
        UUID secondId = second.id();
        assertThat(giveRole(admin.api(), secondId, "ADMIN").statusCode()).isEqualTo(200);
        long adminVersion = version(admin.id());
        long secondVersion = version(secondId);
        String token = admin.accessToken();

        // When
        List<Integer> answers = AtOnce.times(8, () -> {
            boolean first = Thread.currentThread().threadId() % 2 == 0;
            return Person.withToken(token)
                    .header("If-Match", "\"" + (first ? adminVersion : secondVersion) + "\"")
                    .body(Map.of("role", "USER"))
                    .put(path(first ? admin.id() : secondId, "/role"))
                    .statusCode();
        });

        // Then
        assertThat(answers).containsOnlyOnce(200);
        assertThat(TestDatabase.current().query("select id from account where role = 'ADMIN'"))
                .hasSize(1);
        // Put the house in order for the other tests.
        TestDatabase.current()
                .update("update account set role = 'ADMIN', version = version + 1 where id = ?", admin.id());
        TestDatabase.current().update("update account set role = 'USER', version = version + 1 where id = ?", secondId);
    }

    @Test
    void a_ban_ends_sessions_and_tokens_and_keeps_the_door_shut() {
        // Given
        Person person = Person.someone();
        UUID id = person.id();
        String token = person.accessToken();

        // When
        Response response = ban(Person.administrator().api(), id, null);

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getString("status")).isEqualTo("BANNED");
        assertThat(response.jsonPath().getString("banReason")).isEqualTo("Jamming");
        assertThat(person.browser().token().statusCode()).isEqualTo(401);
        refusedSoon(token);
        Response door = knock(person.email());
        assertThat(door.statusCode()).isEqualTo(403);
        assertThat(door.asString()).contains("Jamming");
        assertThat(door.detailedCookie("ect_refresh")).isNull();
        assertThat(auditRows(id, "account.banned")).isOne();
    }

    private static Response knock(String email) {
        Browser browser = new Browser();
        int before = SignInMail.to(email).size();
        browser.submit(browser.get("/auth/sign-in"), "/auth/sign-in/link", Map.of("email", email));
        SignInMail mail = SignInMail.await(email, before + 1);
        return browser.submit(browser.get(mail.path()), "/auth/sign-in/link/redeem", Map.of());
    }

    @Test
    void a_lifted_ban_opens_the_door_again() {
        // Given
        Person person = Person.someone();
        UUID id = person.id();
        ban(Person.administrator().api(), id, null);

        // When
        Response response = Person.administrator().api().delete(path(id, "/ban"));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getString("status")).isEqualTo("ACTIVE");
        assertThat(response.jsonPath().getString("banReason")).isNull();
        assertThat(knock(person.email()).statusCode()).isEqualTo(303);
        assertThat(auditRows(id, "account.unbanned")).isOne();
    }

    @Test
    void a_ban_that_is_over_by_itself_keeps_nobody_out() {
        Person person = Person.someone();
        UUID id = person.id();
        TestDatabase.current().update("""
                update account set banned_at = now() - interval '2 days', ban_reason = 'x',
                                   ban_until = now() - interval '1 day', version = version + 1 where id = ?""", id);

        assertThat(person.browser().token().statusCode()).isEqualTo(200);
        assertThat(Person.administrator().api().get(path(id, "")).jsonPath().getString("status"))
                .isEqualTo("ACTIVE");
    }

    // ---- Rest ----

    private static Response deactivate(RequestSpecification caller, UUID id) {
        return caller.body(Map.of("reason", "Away for a year")).put(path(id, "/deactivation"));
    }

    @Test
    void the_banned_read_why_and_until_when() {
        // Given
        Person person = Person.someone();
        assertThat(ban(Person.administrator().api(), person.id(), "2999-05-01T20:00:00+02:00")
                        .statusCode())
                .isEqualTo(200);

        // When
        Response door = knock(person.email());

        // Then
        assertThat(door.statusCode()).isEqualTo(403);
        assertThat(door.asString()).contains("suspended", "Jamming", "2999-05-01 18:00 UTC");
    }

    @Test
    void an_account_at_rest_lets_nobody_in_until_an_administrator_activates_it() {
        // Given
        Person person = Person.someone();
        UUID id = person.id();

        // When
        Response response = deactivate(Person.administrator().api(), id);

        // Then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.jsonPath().getString("status")).isEqualTo("DEACTIVATED");
        assertThat(person.browser().token().statusCode()).isEqualTo(401);
        Response door = knock(person.email());
        assertThat(door.statusCode()).isEqualTo(403);
        assertThat(door.asString()).contains("at rest", "Away for a year").doesNotContain("suspended");
        assertThat(Person.administrator()
                        .api()
                        .get("/auth/accounts?status=DEACTIVATED&q=" + person.email())
                        .jsonPath()
                        .<String>getList("items.id"))
                .containsExactly(id.toString());
        Response activated = Person.administrator().api().delete(path(id, "/deactivation"));
        assertThat(activated.jsonPath().getString("status")).isEqualTo("ACTIVE");
        assertThat(knock(person.email()).statusCode()).isEqualTo(303);
        assertThat(auditRows(id, "account.deactivated")).isOne();
        assertThat(auditRows(id, "account.activated")).isOne();
    }

    @Test
    void somebody_puts_his_own_account_to_rest() {
        Person person = Person.someone();
        String token = person.accessToken();

        assertThat(person.api().post("/auth/me/deactivation").statusCode()).isEqualTo(204);

        refusedSoon(token);
        assertThat(knock(person.email()).asString()).contains("at rest");
    }

    @Test
    void not_in_a_session_that_is_hours_old() {
        Person person = Person.someone();
        TestDatabase.current()
                .update(
                        "update session set signed_in_at = now() - interval '1 hour' where id = ?::uuid",
                        person.claim("sid"));

        Response response = person.api().post("/auth/me/deactivation");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(problem(response)).isEqualTo("step-up-required");
        assertThat(person.api().get("/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void the_last_administrator_does_not_rest() {
        Person admin = Person.lastAdministrator();

        Response own = admin.api().post("/auth/me/deactivation");
        Response others = deactivate(admin.api(), admin.id());

        assertThat(problem(own)).isIn("last-administrator", "step-up-required");
        assertThat(problem(others)).isEqualTo("own-account");
        assertThat(admin.renew().claim("groups")).contains("ADMIN");
    }

    @Test
    void a_rest_does_not_undo_a_suspension_nor_does_its_end() {
        UUID id = Person.someone().id();
        ban(Person.administrator().api(), id, null);

        assertThat(problem(deactivate(Person.administrator().api(), id))).isEqualTo("account-suspended");
        assertThat(Person.administrator()
                        .api()
                        .delete(path(id, "/deactivation"))
                        .jsonPath()
                        .getString("status"))
                .isEqualTo("BANNED");
    }

    @Test
    void only_administrators_put_others_to_rest() {
        UUID id = Person.someone().id();
        Person stranger = Person.someone();

        assertThat(deactivate(stranger.api(), id).statusCode()).isEqualTo(403);
        assertThat(stranger.api().delete(path(id, "/deactivation")).statusCode())
                .isEqualTo(403);
        assertThat(deactivate(Person.anonymous(), id).statusCode()).isEqualTo(401);
    }

    @Test
    void administrators_hear_of_a_higher_role_and_not_of_a_lower_one() {
        // Given
        Person person = Person.someone();

        // When
        giveRole(Person.administrator().api(), person.id(), "NCS");
        giveRole(Person.administrator().api(), person.id(), "USER");

        // Then
        SecurityAlert.await("ROLE_GRANTED", person.email());
        assertThat(SecurityAlert.of("ROLE_GRANTED", person.email()))
                .singleElement(as(STRING))
                .endsWith(": NCS");
    }

    @Test
    void nobody_bans_himself() {
        Person admin = Person.administrator();

        Response response = ban(admin.api(), admin.id(), null);

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(problem(response)).isEqualTo("own-account");
    }

    @Test
    void a_ban_ends_in_the_future_or_not_at_all() {
        UUID id = Person.someone().id();

        Response past = ban(Person.administrator().api(), id, "2020-01-01T00:00:00Z");
        Response future = ban(Person.administrator().api(), id, "2099-01-01T00:00:00Z");

        assertThat(past.statusCode()).isEqualTo(400);
        assertThat(problem(past)).isEqualTo("ban-in-the-past");
        assertThat(future.jsonPath().getString("banUntil")).isEqualTo("2099-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\":\" \"}",
                "{\"reason\":\"x\",\"until\":\"soon\"}",
                "{\"reason\":\"x\",\"for\":1}"
            })
    void a_ban_without_a_reason_or_with_something_unknown_is_refused(String body) {
        UUID id = Person.someone().id();

        assertThat(Person.administrator().api().body(body).put(path(id, "/ban")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_reason_has_500_characters_at_most() {
        UUID id = Person.someone().id();

        assertThat(Person.administrator()
                        .api()
                        .body(Map.of("reason", "x".repeat(501)))
                        .put(path(id, "/ban"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Person.administrator()
                        .api()
                        .body(Map.of("reason", "x".repeat(500)))
                        .put(path(id, "/ban"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_account_that_is_none_is_not_found() {
        UUID nobody = UUID.randomUUID();

        assertThat(Person.administrator().api().delete(path(nobody, "/ban")).statusCode())
                .isEqualTo(404);
        assertThat(ban(Person.administrator().api(), nobody, null).statusCode()).isEqualTo(404);
        assertThat(Person.administrator().api().get("/auth/accounts/not-an-id").statusCode())
                .isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({"USER", "LOGGER", "NCS"})
    void only_administrators_touch_accounts(String role) {
        // Given
        Person person = Person.someone();
        UUID id = person.id();
        giveRole(Person.administrator().api(), id, role);
        UUID other = Person.someone().id();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> person.renew().api().get("/auth/me").statusCode() == 200);

        // When / Then
        assertThat(person.api().get("/auth/accounts").statusCode()).isEqualTo(403);
        assertThat(person.api().get(path(other, "")).statusCode()).isEqualTo(403);
        assertThat(giveRole(person.api(), other, "ADMIN").statusCode()).isEqualTo(403);
        assertThat(giveRole(person.api(), id, "ADMIN").statusCode()).isEqualTo(403);
        assertThat(ban(person.api(), other, null).statusCode()).isEqualTo(403);
        assertThat(person.api().delete(path(other, "/ban")).statusCode()).isEqualTo(403);
        assertThat(person.api().get("/auth/audit").statusCode()).isEqualTo(403);
        assertThat(person.api().get("/auth/revocations").statusCode()).isEqualTo(403);
        assertThat(person.api().get("/auth/people?ids=" + other).statusCode()).isEqualTo(403);
    }
}
