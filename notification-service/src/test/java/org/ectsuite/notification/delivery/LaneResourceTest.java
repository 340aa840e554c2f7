package org.ectsuite.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LaneResourceTest {

    @AfterEach
    void mend() {
        TestDatabase.current().update("update lane set failures = 0, paused_until = null, fault = null, reason = null");
    }

    @Test
    void shows_why_a_lane_stands_still() {
        // Given
        pauseMailings();

        // When
        var answer = asAdmin().get("/lanes").then();

        // Then
        answer.statusCode(200)
                .body("lane", contains("URGENT", "PUSH", "BULK"))
                .body("[0].paused", is(false))
                .body("[0].fault", nullValue())
                .body("[2].paused", is(true))
                .body("[2].fault", is("login-refused"))
                .body("[2].reason", is("The relay refused the login: 535 5.7.8 no"));
    }

    @Test
    void tries_the_relay_again_at_once_when_an_administrator_says_so() {
        // Given
        pauseMailings();
        String id = accepted(netLog(Map.of("address", "patient@example.org")));

        // When
        asAdmin().post("/lanes/BULK/open").then().statusCode(200).body("[2].paused", is(false));

        // Then
        awaitStatus(id, MessageStatus.SENT);
        assertThat(SmtpServer.current().mailsTo("patient@example.org")).hasSize(1);
        assertThat(TestDatabase.current()
                        .query("select (before ->> 'fault') || ' ' || (after ->> 'fault') from audit_event"
                                + " where action = 'lane.opened' order by at desc limit 1"))
                .containsExactly("login-refused none");
    }

    @Test
    void knows_no_lane_that_there_is_not() {
        asAdmin().post("/lanes/FAST/open").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER", "NCS"})
    void is_for_administrators_alone(String role) {
        String token = TestTokens.user("mallory").roles(role).sign();

        RestAssured.given().auth().oauth2(token).get("/lanes").then().statusCode(403);
        RestAssured.given().auth().oauth2(token).post("/lanes/BULK/open").then().statusCode(403);
    }

    private static void pauseMailings() {
        TestDatabase.current()
                .update("update lane set failures = 2, paused_until = now() + interval '1 hour',"
                        + " fault = 'login-refused', reason = 'The relay refused the login: 535 5.7.8 no'"
                        + " where name = 'BULK'");
    }
}
