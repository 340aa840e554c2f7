package org.ectsuite.notification.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.asService;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.ReceivedMail;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TemplateResourceTest {

    @Test
    void lists_the_kinds_and_languages() {
        asAdmin()
                .get("/templates")
                .then()
                .statusCode(200)
                .body("kind", hasItems("sign-in-link", "net-log", "announcement", "failure-digest"))
                .body("find { it.kind == 'sign-in-link' }.transactional", is(true))
                .body("[0].locales", contains("en", "de"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign-in-link",
                "net-log",
                "account-notice",
                "security-alert",
                "invitation",
                "address-confirmation",
                "address-changed",
                "announcement",
                "failure-digest",
                "net-started",
                "net-moved",
                "net-cancelled",
                "ncs-reminder",
                "staff-reminder",
                "net-reminder",
                "traffic-reminder",
                "daily-digest"
            })
    void shows_each_letter_in_each_language(String kind) {
        String english = asAdmin()
                .get("/templates/" + kind)
                .then()
                .statusCode(200)
                .body("locale", is("en"))
                .body("html", containsString("<html lang=\"en\">"))
                .extract()
                .path("text");
        String german = asAdmin()
                .queryParam("locale", "de-CH")
                .get("/templates/" + kind)
                .then()
                .statusCode(200)
                .body("locale", is("de"))
                .body("html", containsString("<html lang=\"de\">"))
                .extract()
                .path("text");

        assertThat(german).isNotBlank().isNotEqualTo(english);
    }

    @Test
    void shows_a_letter_as_a_page_that_can_load_and_run_nothing() {
        RestAssured.given()
                .get("/templates/net-log/page")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("sandbox;"))
                .body(containsString("Oberrhein Emergency Net"))
                .body(not(containsString("<script")));
    }

    @Test
    void sends_a_sample_to_oneself_and_to_nobody_else() {
        // Given
        String token = TestTokens.user("tess").roles("ADMIN").sign();
        AuthServer.person(AuthServer.person("tess", "Tess", "tess@example.org").locale("de"));

        // When
        RestAssured.given()
                .auth()
                .oauth2(token)
                .post("/templates/announcement/test")
                .then()
                .statusCode(202);

        // Then
        ReceivedMail mail = SmtpServer.current().awaitMailTo("tess@example.org");
        assertThat(mail.envelopeRecipients()).containsExactly("tess@example.org");
        assertThat(mail.text()).contains("Sie bekommen diese Mail");
    }

    @Test
    void knows_no_kind_that_there_is_not() {
        asAdmin().get("/templates/birthday").then().statusCode(404);
        asAdmin().post("/templates/birthday/test").then().statusCode(404);
        RestAssured.given().get("/templates/birthday/page").then().statusCode(404);
        asAdmin().queryParam("locale", "../en").get("/templates/net-log").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER", "NCS"})
    void is_for_administrators_alone(String role) {
        String token = TestTokens.user("mallory").roles(role).sign();

        RestAssured.given().auth().oauth2(token).get("/templates").then().statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/templates/net-log")
                .then()
                .statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(token)
                .post("/templates/net-log/test")
                .then()
                .statusCode(403);
        asService("ectlog-service").post("/templates/net-log/test").then().statusCode(403);
    }
}
