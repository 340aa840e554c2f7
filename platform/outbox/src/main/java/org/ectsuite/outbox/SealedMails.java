package org.ectsuite.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.secrets.SealedColumn;

/** Where mails wait with all that they say. */
@ApplicationScoped
class SealedMails implements SealedColumn {

    @Override
    public String table() {
        return "outbox_message";
    }

    @Override
    public String column() {
        return "payload";
    }

    @Override
    public String key() {
        return "id";
    }

    @Override
    public String context(String key) {
        return Outbox.context(UUID.fromString(key));
    }
}
