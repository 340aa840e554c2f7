package org.ectsuite.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.secrets.SealedColumn;

/** Where the data of letters wait. */
@ApplicationScoped
class SealedContents implements SealedColumn {

    @Override
    public String table() {
        return "message_content";
    }

    @Override
    public String column() {
        return "sealed";
    }

    @Override
    public String key() {
        return "message_id";
    }

    @Override
    public String context(String key) {
        return MessageContent.context(UUID.fromString(key));
    }
}
