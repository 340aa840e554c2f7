package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.signInLink;
import static org.ectsuite.notification.message.StoredMessage.audited;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.ectsuite.testsupport.ReceivedMail;
import org.ectsuite.testsupport.SmtpServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a message by what the relay says of it. */
@QuarkusTest
class RelayAnswerTest {

    private final SmtpServer relay = SmtpServer.current();

    @BeforeEach
    void forget() {
        relay.forget();
    }

    @Test
    void buries_what_the_relay_refuses_for_good_until_an_administrator_retries_it() {
        // Given
        relay.refuse("refused@example.org");
        String id = accepted(signInLink("refused@example.org"));
        awaitStatus(id, MessageStatus.DEAD);
        message(id)
                .body("lastError", containsString("550 5.1.1 No such mailbox"))
                .body("attempts", is(1));
        relay.forget();

        // When
        asAdmin().post("/messages/" + id + "/retry").then().statusCode(200).body("status", is("QUEUED"));

        // Then
        relay.awaitMailTo("refused@example.org");
        awaitStatus(id, MessageStatus.SENT);
        message(id)
                .body("history.to", contains("QUEUED", "SENDING", "DEAD", "QUEUED", "SENDING", "SENT"))
                .body("lastError", nullValue());
        assertThat(audited(id)).contains("message.retried");
    }

    @Test
    void tries_again_soon_what_the_relay_turns_away_for_now_under_the_same_message_id() {
        // Given
        relay.defer("greylisted@example.org", 1);

        // When
        String id = accepted(signInLink("greylisted@example.org"));

        // Then
        awaitStatus(id, MessageStatus.DEFERRED);
        message(id).body("lastError", containsString("451 4.3.0")).body("nextAttemptAt", notNullValue());
        ReceivedMail mail = relay.awaitMailTo("greylisted@example.org");
        assertThat(mail.header("Message-ID")).containsExactly("<" + id + "@test.example>");
        awaitStatus(id, MessageStatus.SENT);
        message(id).body("attempts", is(2)).body("nextAttemptAt", nullValue());
    }
}
