package org.ectsuite.auth.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ServiceUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PeopleResourceTest {

    private static String tokenOf(String client) {
        return RestAssured.given()
                .basePath("")
                .auth()
                .preemptive()
                .basic(client, ServiceUnderTest.secretOf(client))
                .formParam("grant_type", "client_credentials")
                .formParam("audience", "auth-service")
                .post("/auth/oauth/token")
                .jsonPath()
                .getString("access_token");
    }

    private static Response people(String client, String ids) {
        return Person.withToken(tokenOf(client)).urlEncodingEnabled(false).get("/auth/people?ids=" + ids);
    }

    @Test
    void tells_who_people_are_but_not_where_mail_reaches_them() {
        Person person = Person.someone();

        Response response = people("ectlog-service", person.id() + "," + UUID.randomUUID());

        assertThat(response.statusCode()).isEqualTo(200);
        List<Map<String, Object>> items = response.jsonPath().getList("items");
        assertThat(items)
                .singleElement()
                .satisfies(item -> assertThat(item)
                        .containsEntry("id", person.id().toString())
                        .containsEntry("zone", "UTC")
                        .containsEntry("locale", "en")
                        .doesNotContainKey("email"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ectlog-service", "notification-service"})
    void tells_no_service_where_people_are(String client) {
        // Given
        Person person = Person.someone();
        person.api()
                .header("If-Match", person.api().get("/auth/me").header("ETag"))
                .body(Map.of(
                        "name", "Ann", "zone", "UTC", "locale", "en", "location", Map.of("place", "Hidden Hollow")))
                .put("/auth/me");

        // When
        Response response = people(client, person.id().toString());

        // Then
        assertThat(response.jsonPath().getList("items.name")).containsExactly("Ann");
        assertThat(response.asString()).doesNotContain("location").doesNotContain("Hidden");
    }

    @Test
    void tells_addresses_to_those_who_write_to_people() {
        Person person = Person.someone();

        Response response = people("notification-service", person.id().toString());

        assertThat(response.jsonPath().getList("items.email")).containsExactly(person.email());
    }

    @Test
    void is_silent_about_the_suspended() {
        Person person = Person.someone();
        UUID id = person.id();
        Person.administrator().api().body(Map.of("reason", "x")).put("/auth/accounts/" + id + "/ban");

        assertThat(people("notification-service", id.toString()).jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void takes_200_ids_and_not_one_more() {
        String most =
                String.join(",", Collections.nCopies(200, UUID.randomUUID().toString()));

        assertThat(people("ectlog-service", most).statusCode()).isEqualTo(200);
        assertThat(people("ectlog-service", manyIds(200)).statusCode()).isEqualTo(200);
        assertThat(people("ectlog-service", manyIds(201)).statusCode()).isEqualTo(400);
    }

    private static String manyIds(int count) {
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < count; i++) {
            ids.append(i == 0 ? "" : ",").append(UUID.randomUUID());
        }
        return ids.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1-1-1-1-1",
                "0197a1b2-0000-7000-8000-000000000001,",
                "0197a1b2-0000-7000-8000-00000000000g"
            })
    void refuses_what_is_no_list_of_ids(String ids) {
        assertThat(people("ectlog-service", ids).statusCode()).isEqualTo(400);
    }

    @Test
    void is_open_to_services_with_the_scope_alone() {
        String ids = UUID.randomUUID().toString();

        assertThat(people("media-service", ids).statusCode()).isEqualTo(403);
        assertThat(Person.someone().api().get("/auth/people?ids=" + ids).statusCode())
                .isEqualTo(403);
        assertThat(Person.anonymous().get("/auth/people?ids=" + ids).statusCode())
                .isEqualTo(401);
    }
}
