package org.ectsuite.auth.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ServiceUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevocationResourceTest {

    private static final String PATH = "/auth/revocations";

    private String token = "";

    @BeforeEach
    void becomeAService() {
        token = RestAssured.given()
                .basePath("")
                .auth()
                .preemptive()
                .basic("media-service", ServiceUnderTest.secretOf("media-service"))
                .formParam("grant_type", "client_credentials")
                .post("/auth/oauth/token")
                .jsonPath()
                .getString("access_token");
    }

    private Map<String, Object> entry(String value) {
        return Person.withToken(token).get(PATH).jsonPath().<Map<String, Object>>getList("entries").stream()
                .filter(entry -> value.equals(entry.get("value")))
                .findFirst()
                .orElse(Map.of());
    }

    @Test
    void names_a_session_that_was_signed_out_whenever_its_tokens_were_issued() {
        // Given
        Person person = Person.someone();
        String sid = person.claim("sid");
        assertThat(entry(sid)).isEmpty();

        // When
        person.browser().signOut();

        // Then
        assertThat(entry(sid))
                .containsEntry("kind", "sid")
                .doesNotContainKey("issuedBefore")
                .containsKey("until");
    }

    @Test
    void names_a_person_whose_rights_changed_with_the_moment() {
        // Given
        Person person = Person.someone();
        UUID id = person.id();
        Instant before = Instant.now();

        // When
        Person.administrator().api().body(Map.of("reason", "x")).put("/auth/accounts/" + id + "/ban");

        // Then
        Map<String, Object> entry = entry(id.toString());
        assertThat(entry).containsEntry("kind", "sub");
        Instant issuedBefore = Instant.parse(String.valueOf(entry.get("issuedBefore")));
        assertThat(issuedBefore).isAfter(before).isBefore(Instant.now().plusSeconds(2));
        assertThat(issuedBefore).isEqualTo(issuedBefore.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        assertThat(Instant.parse(String.valueOf(entry.get("until"))))
                .isAfter(Instant.now().plusSeconds(630));
    }

    @Test
    void says_nothing_twice() {
        // Given
        Response first = Person.withToken(token).get(PATH);
        String tag = first.header("ETag");

        // When
        Response second = Person.withToken(token).header("If-None-Match", tag).get(PATH);

        // Then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.asString()).isEmpty();
        assertThat(second.header("ETag")).isEqualTo(tag);
    }

    @Test
    void speaks_up_when_something_changed() {
        String tag = Person.withToken(token).get(PATH).header("ETag");
        Person.someone().browser().signOut();

        Response response = Person.withToken(token).header("If-None-Match", tag).get(PATH);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void is_open_to_services_with_the_scope_alone() {
        assertThat(Person.anonymous().get(PATH).statusCode()).isEqualTo(401);
        assertThat(Person.administrator().api().get(PATH).statusCode()).isEqualTo(403);
    }
}
