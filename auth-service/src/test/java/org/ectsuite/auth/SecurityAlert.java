package org.ectsuite.auth;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.NotificationServer;

/** Mails to administrators about what may be an attack. */
public final class SecurityAlert {

    private SecurityAlert() {}

    /** The subjects of those that name this, to the first administrator. */
    public static List<String> of(String event, String named) {
        String administrator = Person.administrator().id().toString();
        return NotificationServer.received("security-alert").stream()
                .filter(mail -> mail.recipient().path("userId").asText().equals(administrator))
                .filter(mail -> mail.data().path("event").asText().equals(event))
                .map(mail -> mail.data().path("subject").asText())
                .filter(subject -> subject.contains(named))
                .toList();
    }

    /** Waits until there is one. */
    public static void await(String event, String named) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !of(event, named).isEmpty());
    }
}
