package org.ectsuite.auth.audit;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.ectsuite.auth.ServiceUnderTest;
import org.ectsuite.testsupport.NotificationServer;

/** Mails about a change of address. */
final class AddressMail {

    private AddressMail() {}

    /** Waits for the mail of a kind to an address; gives the path of its link. */
    static String await(String kind, String address) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !to(kind, address).isEmpty());
        return to(kind, address).getLast().substring(ServiceUnderTest.PUBLIC_URL.length());
    }

    private static List<String> to(String kind, String address) {
        return NotificationServer.received(kind).stream()
                .filter(mail -> mail.recipient().path("address").asText().equals(address))
                .map(mail -> mail.data().path("link").asText())
                .toList();
    }
}
