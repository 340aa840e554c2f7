package org.ectsuite.auth;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.NotificationServer;

/** Mails that tell people what happened to their accounts. */
public final class AccountNotice {

    private AccountNotice() {}

    /** What somebody was told of until now. */
    public static List<String> of(UUID account) {
        return NotificationServer.received("account-notice").stream()
                .filter(mail -> mail.recipient().path("userId").asText().equals(account.toString()))
                .map(mail -> mail.data().path("event").asText())
                .toList();
    }

    /** Waits until somebody is told. */
    public static void await(UUID account, String event) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> of(account).contains(event));
    }
}
