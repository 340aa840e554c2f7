package org.ectsuite.auth.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ServiceUnderTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MembersResourceTest {

    private static RequestSpecification as(String client) {
        return Person.withToken(RestAssured.given()
                .basePath("")
                .auth()
                .preemptive()
                .basic(client, ServiceUnderTest.secretOf(client))
                .formParam("grant_type", "client_credentials")
                .formParam("audience", "auth-service")
                .post("/auth/oauth/token")
                .jsonPath()
                .getString("access_token"));
    }

    /** All members, page by page. */
    private static List<String> members(String role) {
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            Response page = page(role, cursor);
            assertThat(page.statusCode()).isEqualTo(200);
            List<String> items = page.jsonPath().getList("items");
            found.addAll(items);
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        return found;
    }

    private static Response page(String role, @Nullable String cursor) {
        RequestSpecification request =
                as("notification-service").queryParam("role", role).queryParam("limit", 2);
        return (cursor == null ? request : request.queryParam("cursor", cursor)).get("/auth/people/members");
    }

    @Test
    void lists_who_has_the_role_or_one_that_includes_it_page_by_page() {
        // Given
        String user = Person.someone().id().toString();
        String another = Person.someone().id().toString();
        String administrator = Person.administrator().id().toString();

        // When
        List<String> everybody = members("USER");
        List<String> administrators = members("ADMIN");

        // Then
        assertThat(everybody).doesNotHaveDuplicates().contains(user, another, administrator);
        assertThat(administrators).contains(administrator).doesNotContain(user, another);
    }

    @Test
    void leaves_out_the_suspended() {
        // Given
        String id = Person.someone().id().toString();

        // When
        Person.administrator().api().body(Map.of("reason", "x")).put("/auth/accounts/" + id + "/ban");

        // Then
        assertThat(members("USER")).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"role=", "role=BOSS", "limit=2", "role=USER&limit=0", "role=USER&limit=201", "role=USER&cursor=x"
            })
    void refuses_what_does_not_fit(String query) {
        assertThat(as("notification-service")
                        .get("/auth/people/members?" + query)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void is_open_to_services_that_write_to_people_alone() {
        assertThat(as("ectlog-service").get("/auth/people/members?role=USER").statusCode())
                .isEqualTo(403);
        assertThat(Person.administrator()
                        .api()
                        .get("/auth/people/members?role=USER")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Person.anonymous().get("/auth/people/members?role=USER").statusCode())
                .isEqualTo(401);
    }
}
