package org.ectsuite.notification.suppression;

import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.SmtpServer;
import org.junit.jupiter.api.Test;

/** Reports on mail are fetched from a mailbox. */
@QuarkusTest
class BounceMailboxTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final ReportMailbox mailbox = ReportMailboxResource.current();
    private final String address = "gone-" + UUID.randomUUID() + "@example.org";

    @Test
    void stops_mail_to_an_address_from_which_it_came_back() {
        // Given
        SmtpServer.current().forget();
        String id = accepted(netLog(Map.of("address", address)));
        awaitStatus(id, MessageStatus.SENT);
        int handled = mailbox.handled();

        // When
        mailbox.deliver(Reports.failure(id, "failed", "5.1.1", "smtp; 550 5.1.1 No such user"));

        // Then
        awaitStatus(id, MessageStatus.BOUNCED);
        asAdmin().queryParam("q", address).get("/suppressions").then().body("items.reason", contains("HARD_BOUNCE"));
        Awaitility.await().atMost(SOON).until(() -> mailbox.waiting() == 0 && mailbox.handled() == handled + 1);
    }

    @Test
    void puts_away_what_is_no_report_and_changes_nothing() {
        // Given
        SmtpServer.current().forget();
        String id = accepted(netLog(Map.of("address", address)));
        awaitStatus(id, MessageStatus.SENT);
        int handled = mailbox.handled();

        // When
        mailbox.deliver(Reports.vacation(id));

        // Then
        Awaitility.await().atMost(SOON).until(() -> mailbox.waiting() == 0 && mailbox.handled() == handled + 1);
        message(id).body("status", is("SENT"));
    }
}
