package org.ectsuite.auth.userinfo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UserInfoResourceTest {

    private static final String PATH = "/auth/oauth/userinfo";

    private static String token(String scope) {
        return RelyingParty.registered().signIn(Person.someone(), scope).getString("access_token");
    }

    private static void refuses(Response response, int status, String challenge) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer").contains(challenge);
    }

    @Test
    void tells_as_much_as_the_scopes_allow() {
        Person person = Person.someone();
        person.api()
                .header("If-Match", person.api().get("/auth/me").header("ETag"))
                .body(Map.of(
                        "name",
                        "Ann",
                        "callsign",
                        "W1A" + person.id().toString().substring(24, 28).toUpperCase(java.util.Locale.ROOT),
                        "zone",
                        "Europe/Berlin",
                        "locale",
                        "de"))
                .put("/auth/me");
        RelyingParty client = RelyingParty.registered();

        JsonPath little = RelyingParty.userInfo(client.signIn(person, "openid").getString("access_token"))
                .jsonPath();
        JsonPath much = RelyingParty.userInfo(
                        client.signIn(person, "openid profile email").getString("access_token"))
                .jsonPath();

        assertThat(little.getMap("$").keySet()).isEqualTo(Set.of("sub"));
        assertThat(much.getString("name")).isEqualTo("Ann");
        assertThat(much.getString("zoneinfo")).isEqualTo("Europe/Berlin");
        assertThat(much.getString("locale")).isEqualTo("de");
        assertThat(much.getString("callsign")).startsWith("W1A");
        assertThat(much.getString("email")).isEqualTo(person.email());
    }

    @Test
    void takes_the_token_in_the_header_by_get_and_post_or_in_a_form() {
        String token = token("openid");

        assertThat(RestAssured.given()
                        .basePath("")
                        .header("Authorization", "bearer " + token)
                        .post(PATH)
                        .statusCode())
                .isEqualTo(200);
        assertThat(RelyingParty.form()
                        .formParam("access_token", token)
                        .post(PATH)
                        .statusCode())
                .isEqualTo(200);
        assertThat(RestAssured.given()
                        .basePath("")
                        .queryParam("access_token", token)
                        .get(PATH)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void does_not_look_at_a_body_that_is_no_form() {
        Response response = RestAssured.given()
                .basePath("")
                .header("Authorization", "Bearer " + token("openid"))
                .contentType("application/json")
                .body("\"text\"")
                .post(PATH);

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void takes_it_in_one_way_only() {
        String token = token("openid");

        refuses(
                RelyingParty.form()
                        .header("Authorization", "Bearer " + token)
                        .formParam("access_token", token)
                        .post(PATH),
                400,
                "invalid_request");
        refuses(RelyingParty.form().formParam("access_token", token, token).post(PATH), 400, "invalid_request");
    }

    @Test
    void says_nothing_to_strangers() {
        Response without = RestAssured.given().basePath("").get(PATH);

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.header("WWW-Authenticate")).startsWith("Bearer").doesNotContain("error");
        refuses(RelyingParty.userInfo("x.y.z"), 401, "invalid_token");
    }

    @Test
    void only_tokens_for_userinfo_will_do() {
        JsonPath tokens = RelyingParty.registered().signIn(Person.someone(), "openid");

        // The suite's own token, an ID token, and a changed one.
        refuses(RelyingParty.userInfo(Person.someone().accessToken()), 401, "invalid_token");
        refuses(RelyingParty.userInfo(tokens.getString("id_token")), 401, "invalid_token");
        String access = tokens.getString("access_token");
        refuses(RelyingParty.userInfo(access.substring(0, access.lastIndexOf('.')) + ".AAAA"), 401, "invalid_token");
    }
}
