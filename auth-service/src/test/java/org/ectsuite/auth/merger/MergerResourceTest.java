package org.ectsuite.auth.merger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.auth.AccountNotice;
import org.ectsuite.auth.Authenticator;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.testsupport.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergerResourceTest {

    private Person from;
    private Person into;

    @BeforeEach
    void twoAccounts() {
        from = Person.someone();
        into = Person.someone();
    }

    private static Response merge(RequestSpecification caller, UUID from, UUID into) {
        return caller.body(Map.of("into", into)).post("/auth/accounts/" + from + "/merger");
    }

    private Response merge() {
        return merge(Person.administrator().api(), from.id(), into.id());
    }

    private static String code(Response response) {
        return response.jsonPath().getString("code");
    }

    private static List<String> audit(UUID id) {
        return TestDatabase.current()
                .query(
                        "select action from audit_event where object_type = 'account' and object_id = ? order by position",
                        id.toString());
    }

    private static String status(UUID id) {
        return Person.administrator()
                .api()
                .get("/auth/accounts/" + id)
                .jsonPath()
                .getString("status");
    }

    @Test
    void browsers_keys_and_consents_go_along() {
        // Given
        UUID gone = from.id();
        UUID stays = into.id();
        JsonPath key = from.api()
                .body(Map.of("name", "Bot", "scopes", List.of("ectlog:read"), "expiresInDays", 1))
                .post("/auth/me/api-keys")
                .jsonPath();
        RelyingParty client = RelyingParty.registered();
        String refresh = client.signIn(from, "openid").getString("refresh_token");
        RelyingParty both = RelyingParty.registered();
        both.signIn(from, "openid");
        both.signIn(into, "openid profile");

        // When
        Response response = merge();

        // Then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.jsonPath().getString("id")).isEqualTo(stays.toString());
        assertThat(response.jsonPath().getString("role")).isEqualTo("USER");
        assertThat(status(gone)).isEqualTo("MERGED");
        // The browser is signed in to the account that stays.
        assertThat(from.renew().id()).isEqualTo(stays);
        assertThat(into.api().get("/auth/me/api-keys").jsonPath().<String>getList("items.id"))
                .containsExactly(key.getString("key.id"));
        JsonPath consents = into.api().get("/auth/me/consents").jsonPath();
        assertThat(consents.<String>getList("items.clientId")).containsExactlyInAnyOrder(client.id(), both.id());
        assertThat(consents.<String>getList("items.find { it.clientId == '" + both.id() + "' }.scopes"))
                .contains("profile");
        // A client knows the person by an id that is no more.
        assertThat(client.refresh(refresh).statusCode()).isEqualTo(400);
        assertThat(audit(gone)).endsWith("account.merged-away");
        assertThat(audit(stays)).endsWith("account.merged");
        AccountNotice.await(stays, "ACCOUNTS_MERGED");
    }

    @Test
    void identities_elsewhere_go_along() {
        // Given
        UUID identity = UUID.randomUUID();
        TestDatabase.current()
                .update(
                        "insert into identity (id, account_id, provider, issuer, subject, label, linked_at)"
                                + " values (?, ?, 'GITHUB', 'https://github.com', ?, 'mia', now())",
                        identity,
                        from.id(),
                        identity.toString());

        // When
        merge();

        // Then
        assertThat(into.api().get("/auth/me/identities").jsonPath().<String>getList("items.id"))
                .containsExactly(identity.toString());
    }

    @Test
    void name_and_callsign_fill_what_is_empty() {
        // Given
        String callsign = "M" + from.id().toString().substring(30).toUpperCase(Locale.ROOT);
        from.api()
                .header("If-Match", from.api().get("/auth/me").header("ETag"))
                .body(Map.of("name", "Mia", "callsign", callsign, "zone", "UTC", "locale", "en"))
                .put("/auth/me");

        // When
        Response response = merge();

        // Then
        assertThat(response.jsonPath().getString("name")).isEqualTo("Mia");
        assertThat(response.jsonPath().getString("callsign")).isEqualTo(callsign);
        assertThat(response.jsonPath().getString("email")).isEqualTo(into.email());
    }

    @Test
    void callsigns_and_location_fill_what_is_empty() {
        // Given
        String tail = from.id().toString().substring(30).toUpperCase(Locale.ROOT);
        profile(from, "A" + tail, Map.of("place", "Shelter 3"), List.of("KB1OLD"));
        profile(into, "B" + tail, null, List.of("WN1ZZZ"));

        // When
        merge();

        // Then
        JsonPath me = into.api().get("/auth/me").jsonPath();
        assertThat(me.getString("callsign")).isEqualTo("B" + tail);
        assertThat(me.getString("gmrsCallsign")).isEqualTo("WRAB123");
        assertThat(me.<String>getList("earlierCallsigns")).containsExactly("WN1ZZZ", "A" + tail, "KB1OLD");
        assertThat(me.getString("location.place")).isEqualTo("Shelter 3");
        assertThat(TestDatabase.current()
                        .query(
                                "select 1 from audit_event where action like 'account.merged%' and object_id in (?, ?)"
                                        + " and concat(before, after) like '%Shelter%'",
                                from.id().toString(), into.id().toString()))
                .isEmpty();
    }

    @Test
    void a_location_of_the_account_that_stays_is_kept() {
        profile(from, null, Map.of("grid", "FN31"), List.of());
        profile(into, null, Map.of("place", "Shelter 3"), List.of());

        merge();

        JsonPath me = into.api().get("/auth/me").jsonPath();
        assertThat(me.getString("location.place")).isEqualTo("Shelter 3");
        assertThat(me.getString("location.grid")).isNull();
    }

    private static void profile(
            Person person, @Nullable String callsign, @Nullable Map<String, Object> location, List<String> earlier) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "Mia", "zone", "UTC", "locale", "en"));
        body.put("callsign", callsign);
        body.put("gmrsCallsign", callsign == null ? null : "WRAB123");
        body.put("earlierCallsigns", earlier);
        body.put("location", location);
        Response response = person.api()
                .header("If-Match", person.api().get("/auth/me").header("ETag"))
                .body(body)
                .put("/auth/me");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    @Test
    void a_second_factor_is_not_passed_by() {
        // Given
        Authenticator.of(into);

        // When
        assertThat(merge().statusCode()).isEqualTo(200);

        // Then
        assertThat(from.browser().token().statusCode()).isEqualTo(401);
        assertThat(into.browser().token().statusCode()).isEqualTo(200);
    }

    @Test
    void the_second_factor_of_the_account_that_goes_is_forgotten() {
        Authenticator.of(from);
        UUID gone = from.id();

        assertThat(merge().statusCode()).isEqualTo(200);

        assertThat(TestDatabase.current().query("select 1 from totp where account_id = ?", gone))
                .isEmpty();
        assertThat(into.api().get("/auth/me/second-factor").jsonPath().getString("since"))
                .isNull();
    }

    @Test
    void no_role_grows() {
        // Given
        Person administrator = Person.administrator();

        // When
        Response response = merge(administrator.api(), from.id(), administrator.id());

        // Then
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(code(response)).isEqualTo("roles-differ");
        assertThat(from.renew().claim("groups")).isEqualTo("[USER]");
        assertThat(status(from.id())).isEqualTo("ACTIVE");
    }

    @Test
    void the_last_administrator_does_not_get_lost() {
        Person administrator = Person.lastAdministrator();

        Response response = merge(administrator.api(), administrator.id(), into.id());

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(code(response)).isEqualTo("last-administrator");
    }

    @Test
    void a_suspension_is_not_passed_by() {
        Person.administrator().api().body(Map.of("reason", "x")).put("/auth/accounts/" + from.id() + "/ban");

        assertThat(code(merge())).isEqualTo("account-closed");
    }

    @Test
    void it_takes_two() {
        assertThat(code(merge(Person.administrator().api(), from.id(), from.id())))
                .isEqualTo("same-account");
        assertThat(merge(Person.administrator().api(), from.id(), UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Person.administrator()
                        .api()
                        .body(Map.of())
                        .post("/auth/accounts/" + from.id() + "/merger")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void only_administrators_merge() {
        assertThat(merge(from.api(), into.id(), from.id()).statusCode()).isEqualTo(403);
        assertThat(merge(Person.anonymous(), from.id(), into.id()).statusCode()).isEqualTo(401);
        assertThat(status(from.id())).isEqualTo("ACTIVE");
    }
}
