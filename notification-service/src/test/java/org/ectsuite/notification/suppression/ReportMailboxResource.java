package org.ectsuite.notification.suppression;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mailbox that the service under test fetches reports from. */
public class ReportMailboxResource implements QuarkusTestResourceLifecycleManager {

    private static @Nullable ReportMailbox current;

    /** The mailbox of the application that runs now. */
    static ReportMailbox current() {
        ReportMailbox now = current;
        if (now == null) {
            throw new IllegalStateException("The mailbox was not started");
        }
        return now;
    }

    @Override
    public Map<String, String> start() {
        ReportMailbox mailbox = ReportMailbox.start();
        current = mailbox;
        String prefix = "ect.notification.bounce-mailbox.";
        return Map.of(
                prefix + "host",
                "127.0.0.1",
                prefix + "port",
                Integer.toString(mailbox.port()),
                prefix + "username",
                mailbox.username(),
                prefix + "password",
                mailbox.password(),
                prefix + "ca-file",
                mailbox.caFile().toString(),
                prefix + "look-every",
                "1S");
    }

    @Override
    public void stop() {
        current().close();
        current = null;
    }
}
