package org.ectsuite.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ectsuite.auth.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OwnAuditResourceTest {

    private static final String PATH = "/auth/me/audit";

    private static JsonPath of(Person person) {
        Response response = person.api().get(PATH);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Cache-Control")).contains("no-store");
        return response.jsonPath();
    }

    private static void giveRole(Person person, String role) {
        Response account = Person.administrator().api().get("/auth/accounts/" + person.id());
        assertThat(Person.administrator()
                        .api()
                        .header("If-Match", account.header("ETag"))
                        .body(Map.of("role", role))
                        .put("/auth/accounts/" + person.id() + "/role")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shows_people_what_they_did_and_from_where() {
        Person person = Person.someone();

        JsonPath seen = of(person);

        assertThat(seen.getList("items.action")).containsExactly("session.opened", "account.created");
        assertThat(seen.getList("items.own")).containsOnly(true);
        assertThat(seen.getString("items[0].clientAddress")).startsWith("198.18.");
        assertThat(seen.getString("items[0].client")).isEqualTo("web");
        assertThat(seen.getMap("items[0]")).doesNotContainKeys("before", "after", "requestId");
    }

    @Test
    void shows_people_what_others_did_to_their_accounts_but_not_from_where() {
        // Given
        Person person = Person.someone();

        // When
        giveRole(person, "LOGGER");

        // Then
        org.awaitility.Awaitility.await()
                .until(() -> person.renew().api().get(PATH).statusCode() == 200);
        JsonPath seen = of(person);
        assertThat(seen.getString("items[0].action")).isEqualTo("account.role-changed");
        assertThat(seen.getBoolean("items[0].own")).isFalse();
        assertThat(seen.<Object>get("items[0].clientAddress")).isNull();
    }

    @Test
    void shows_nothing_of_anybody_else() {
        Person person = Person.someone();
        giveRole(Person.someone(), "NCS");

        assertThat(of(person).getList("items.objectId")).hasSize(2);
    }

    @Test
    void leads_through_all_pages() {
        Person person = Person.someone();
        for (int i = 0; i < 3; i++) {
            person.api()
                    .body(Map.of("name", "Key " + i, "scopes", List.of("ectlog:read"), "expiresInDays", 1))
                    .post("/auth/me/api-keys");
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = person.api().get(PATH + "?limit=2" + cursor).jsonPath();
            seen.addAll(page.getList("items.action"));
            String next = page.getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(seen)
                .containsExactly(
                        "api-key.created", "api-key.created", "api-key.created", "session.opened", "account.created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "cursor=AAAA"})
    void refuses_what_it_does_not_understand(String query) {
        assertThat(Person.someone().api().get(PATH + "?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void programs_do_not_read_it() {
        // Given
        Person person = Person.someone();
        JsonPath key = person.api()
                .body(Map.of("name", "Bot", "scopes", List.of("ectlog:read"), "expiresInDays", 1))
                .post("/auth/me/api-keys")
                .jsonPath();
        String token = io.restassured.RestAssured.given()
                .basePath("")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("grant_type", "client_credentials")
                .auth()
                .preemptive()
                .basic(key.getString("key.id"), key.getString("secret"))
                .post("/auth/oauth/token")
                .jsonPath()
                .getString("access_token");

        // When
        Response refused = Person.withToken(token).get(PATH);

        // Then
        assertThat(refused.statusCode()).isIn(401, 403);
    }
}
