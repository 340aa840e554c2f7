package org.ectsuite.local;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The TCP ports of one stack. All of them move together, so that several stacks fit on one machine.
 *
 * @param offset is added to each of the usual ports, 0 to 50,000
 */
record Ports(int offset) {

    /** How far a service's management port lies above its own. */
    static final int MANAGEMENT_DISTANCE = 1000;

    private static final int GATEWAY = 8080;
    private static final int MAILBOX_PAGE = 8025;
    private static final int MAILBOX_SMTP = 2525;
    private static final int DATABASE = 8432;
    private static final int CONTROL = 8090;
    private static final int HIGHEST_OFFSET = 50_000;

    Ports {
        if (offset < 0 || offset > HIGHEST_OFFSET) {
            throw new StackFailure(
                    "--port-offset must lie between 0 and " + HIGHEST_OFFSET + ", not at " + offset + ".");
        }
    }

    int gateway() {
        return GATEWAY + offset;
    }

    int mailboxPage() {
        return MAILBOX_PAGE + offset;
    }

    int mailboxSmtp() {
        return MAILBOX_SMTP + offset;
    }

    int database() {
        return DATABASE + offset;
    }

    int control() {
        return CONTROL + offset;
    }

    int service(Service service) {
        return service.usualPort() + offset;
    }

    int management(Service service) {
        return service(service) + MANAGEMENT_DISTANCE;
    }

    /** Every port that must be free before the stack starts, with the name of what will listen there. */
    Map<Integer, String> all() {
        Map<Integer, String> all = new LinkedHashMap<>();
        all.put(gateway(), "the gateway");
        all.put(mailboxPage(), "the mailbox page");
        all.put(mailboxSmtp(), "the mailbox's SMTP server");
        all.put(database(), "PostgreSQL");
        all.put(control(), "the stack's control");
        for (Service service : Service.values()) {
            all.put(service(service), service.programName());
            all.put(management(service), service.programName() + " (management)");
        }
        return all;
    }
}
