package org.ectsuite.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ectsuite.auth.AtOnce;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.auth.ServiceUnderTest;
import org.ectsuite.testsupport.MutableClock;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeviceResourceTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final String PAGE = "/auth/device";

    @Inject
    MutableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static RelyingParty terminal() {
        return RelyingParty.registered(Map.of(
                "authentication",
                "NONE",
                "redirectUris",
                List.of(),
                "postLogoutRedirectUris",
                List.of(),
                "grants",
                List.of("DEVICE_CODE", "REFRESH_TOKEN")));
    }

    private static JsonPath begin(RelyingParty client) {
        Response response = client.post("/auth/oauth/device_authorization", Map.of("scope", "openid email"));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    private static Response ask(RelyingParty client, JsonPath started) {
        return client.token(Map.of("grant_type", GRANT, "device_code", started.getString("device_code")));
    }

    private static String error(Response response) {
        assertThat(response.statusCode()).isEqualTo(400);
        return response.jsonPath().getString("error");
    }

    private static Response type(Browser browser, String code) {
        return browser.submit(browser.get(PAGE), PAGE, Map.of("user_code", code));
    }

    private static Response decide(Person person, JsonPath started, String decision) {
        Response consent = type(person.browser(), started.getString("user_code"));
        assertThat(consent.asString()).contains("Weather board", started.getString("user_code"));
        return person.browser().submit(consent, PAGE + "/decision", Map.of("decision", decision));
    }

    @Test
    void a_device_is_let_in_by_its_owner_elsewhere() {
        RelyingParty client = terminal();
        Person person = Person.someone();
        clock.stopAt(clock.instant());

        JsonPath started = begin(client);
        assertThat(started.getString("verification_uri")).isEqualTo(ServiceUnderTest.PUBLIC_URL + PAGE);
        assertThat(started.getString("verification_uri_complete"))
                .isEqualTo(ServiceUnderTest.PUBLIC_URL + PAGE + "?user_code=" + started.getString("user_code"));
        assertThat(started.getInt("expires_in")).isEqualTo(600);
        assertThat(started.getInt("interval")).isEqualTo(5);
        assertThat(error(ask(client, started))).isEqualTo("authorization_pending");
        assertThat(decide(person, started, "agree").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(5));
        Response given = ask(client, started);

        assertThat(given.statusCode()).as(given.asString()).isEqualTo(200);
        assertThat(RelyingParty.userInfo(given.jsonPath().getString("access_token"))
                        .jsonPath()
                        .getString("email"))
                .isEqualTo(person.email());
        assertThat(RelyingParty.claims(given.jsonPath().getString("id_token")).getString("sub"))
                .isEqualTo(person.id().toString());
        assertThat(client.refresh(given.jsonPath().getString("refresh_token")).statusCode())
                .isEqualTo(200);
        clock.advance(Duration.ofSeconds(5));
        assertThat(error(ask(client, started))).isEqualTo("invalid_grant");
    }

    @Test
    void a_device_that_is_let_in_can_be_shown_out() {
        RelyingParty client = terminal();
        Person person = Person.someone();
        JsonPath started = begin(client);
        decide(person, started, "agree");
        JsonPath given = ask(client, started).jsonPath();
        JsonPath seen = person.api().get("/auth/me/consents").jsonPath();
        assertThat(seen.getList("items.clientName")).isEqualTo(List.of("Weather board"));
        assertThat(seen.getList("items[0].scopes")).isEqualTo(List.of("email", "openid"));

        int status = person.api().delete("/auth/me/consents/" + client.id()).statusCode();

        assertThat(status).isEqualTo(204);
        assertThat(client.refresh(given.getString("refresh_token")).statusCode())
                .isEqualTo(400);
        assertThat(RelyingParty.userInfo(given.getString("access_token")).statusCode())
                .isEqualTo(401);
        assertThat(TestDatabase.current()
                        .query(
                                "select action from audit_event where object_id = ? and object_type = 'client'"
                                        + " and actor_subject = ? order by id",
                                client.id(),
                                person.id().toString()))
                .containsExactly("device.approved", "consent.given", "consent.withdrawn");
    }

    @Test
    void what_is_taken_back_before_the_device_asks_is_not_given() {
        RelyingParty client = terminal();
        Person person = Person.someone();
        JsonPath started = begin(client);
        decide(person, started, "agree");

        person.api().delete("/auth/me/consents/" + client.id());

        assertThat(error(ask(client, started))).isEqualTo("access_denied");
    }

    @Test
    void who_does_not_agree_has_let_nothing_in() {
        RelyingParty client = terminal();
        Person person = Person.someone();

        decide(person, begin(client), "refuse");

        assertThat(person.api().get("/auth/me/consents").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void a_device_whose_owner_does_not_agree_gets_nothing() {
        RelyingParty client = terminal();
        JsonPath started = begin(client);

        decide(Person.someone(), started, "refuse");

        assertThat(error(ask(client, started))).isEqualTo("access_denied");
    }

    @Test
    void a_device_that_asks_too_often_must_wait_longer_each_time() {
        RelyingParty client = terminal();
        clock.stopAt(clock.instant());
        JsonPath started = begin(client);
        ask(client, started);

        assertThat(error(ask(client, started))).isEqualTo("slow_down");
        clock.advance(Duration.ofSeconds(9));
        assertThat(error(ask(client, started))).isEqualTo("slow_down");
        clock.advance(Duration.ofSeconds(15));
        assertThat(error(ask(client, started))).isEqualTo("authorization_pending");
    }

    @Test
    void codes_are_good_for_ten_minutes() {
        RelyingParty client = terminal();
        Person person = Person.someone();
        clock.stopAt(clock.instant());
        JsonPath started = begin(client);
        clock.advance(Duration.ofMinutes(10));

        assertThat(error(ask(client, started))).isEqualTo("expired_token");
        assertThat(type(person.browser(), started.getString("user_code")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_device_code_is_good_for_its_client_alone_and_once() throws Exception {
        RelyingParty client = terminal();
        JsonPath started = begin(client);
        decide(Person.someone(), started, "agree");

        assertThat(error(ask(terminal(), started))).isEqualTo("invalid_grant");
        List<Integer> statuses = AtOnce.times(5, () -> ask(client, started).statusCode());
        assertThat(statuses).containsOnlyOnce(200);
    }

    @Test
    void people_sign_in_first_and_come_back_with_the_code() {
        Response redirect = new Browser().get(PAGE + "?user_code=BCDF-GHJK");

        assertThat(redirect.statusCode()).isEqualTo(303);
        assertThat(redirect.header("Location"))
                .contains("/auth/sign-in?return_to=%2Fauth%2Fdevice%3Fuser_code%3DBCDF-GHJK");
        assertThat(Person.someone().browser().get(PAGE + "?user_code=bcdfghjk").asString())
                .contains("value=\"BCDF-GHJK\"");
    }

    @Test
    void whoever_guesses_is_stopped_even_with_the_right_code() {
        RelyingParty client = terminal();
        JsonPath started = begin(client);
        Person guesser = Person.someone();
        for (int i = 0; i < 10; i++) {
            assertThat(type(guesser.browser(), "BCDF-GHJ" + "BCDFGHJKLM".charAt(i))
                            .statusCode())
                    .isEqualTo(400);
        }

        assertThat(type(guesser.browser(), started.getString("user_code")).statusCode())
                .isEqualTo(429);
        assertThat(type(Person.someone().browser(), started.getString("user_code"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobody_is_made_to_agree_by_a_forged_form() {
        RelyingParty client = terminal();
        JsonPath started = begin(client);
        Browser browser = Person.someone().browser();
        Response consent = type(browser, started.getString("user_code"));

        Response forged = browser.submit(consent, PAGE + "/decision", Map.of("decision", "agree", "csrf", "x"));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(error(ask(client, started))).isEqualTo("authorization_pending");
    }

    @Test
    void the_database_knows_neither_code() {
        JsonPath started = begin(terminal());

        assertThat(TestDatabase.current()
                        .query("select row_to_json(device_authorization)::text from device_authorization"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(started.getString("device_code"))
                        || row.contains(started.getString("user_code").replace("-", "")));
    }

    @Test
    void only_clients_that_are_registered_for_it_may_begin() {
        RelyingParty web = RelyingParty.registered();

        assertThat(error(web.post("/auth/oauth/device_authorization", Map.of("scope", "openid"))))
                .isEqualTo("unauthorized_client");
        assertThat(error(terminal().post("/auth/oauth/device_authorization", Map.of("scope", "people:read"))))
                .isEqualTo("invalid_scope");
        assertThat(RelyingParty.form()
                        .formParam("scope", "openid")
                        .post("/auth/oauth/device_authorization")
                        .statusCode())
                .isEqualTo(401);
    }
}
