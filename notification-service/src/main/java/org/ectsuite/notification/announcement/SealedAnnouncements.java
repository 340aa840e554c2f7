package org.ectsuite.notification.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.secrets.SealedColumn;

/** Where the words of announcements are kept until everybody has a message. */
@ApplicationScoped
class SealedAnnouncements implements SealedColumn {

    @Override
    public String table() {
        return "announcement";
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
        return StoredAnnouncement.context(UUID.fromString(key));
    }
}
