package org.ectsuite.notification.smtp;

import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.asService;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RelayResourceTest {

    @Test
    void tells_administrators_how_the_relay_answers() {
        asAdmin()
                .post("/relay/test")
                .then()
                .statusCode(200)
                .body("works", is(true))
                .body("steps.name", hasItems("CONNECT", "TLS", "LOGIN", "SENDER"))
                .body(not(containsString(SmtpServer.current().password())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER", "NCS"})
    void is_for_administrators_alone(String role) {
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.user("mallory").roles(role).sign())
                .post("/relay/test")
                .then()
                .statusCode(403);
        asService("ectlog-service").post("/relay/test").then().statusCode(403);
    }
}
