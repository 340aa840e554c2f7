package org.ectsuite.notification.message;

import java.util.List;
import org.ectsuite.testsupport.TestDatabase;

/** What the database keeps of a message. */
final class StoredMessage {

    private StoredMessage() {}

    /** How many contents there are. */
    static int contents(String id) {
        return count("select count(*) from message_content where message_id = ?::uuid", id);
    }

    /** How many sealed files there are. */
    static int files(String id) {
        return count("select count(*) from message_attachment where message_id = ?::uuid and sealed is not null", id);
    }

    private static int count(String sql, String id) {
        return Integer.parseInt(TestDatabase.current().query(sql, id).getFirst());
    }

    /** The actions that the audit trail has of it. */
    static List<String> audited(String id) {
        return TestDatabase.current().query("select action from audit_event where object_id = ? order by at", id);
    }
}
