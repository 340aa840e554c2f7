package org.ectsuite.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.secrets.SealedColumn;

/** Where attached files wait. */
@ApplicationScoped
class SealedAttachments implements SealedColumn {

    @Override
    public String table() {
        return "message_attachment";
    }

    @Override
    public String column() {
        return "sealed";
    }

    @Override
    public String key() {
        return "id";
    }

    @Override
    public String context(String key) {
        return MessageAttachment.context(UUID.fromString(key));
    }
}
