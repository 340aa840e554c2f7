package org.ectsuite.notification.announcement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.ectsuite.notification.announcement.AnnouncementView.Progress;
import org.jspecify.annotations.Nullable;

/** An announcement as it is kept. */
@Entity(name = "StoredAnnouncement")
@Table(name = "announcement")
class StoredAnnouncement {

    @Id
    UUID id;

    UUID author;
    String authorName;

    @Enumerated(EnumType.STRING)
    AnnouncementAudience audience;

    String title;
    boolean emergency;

    byte @Nullable [] sealed;

    Instant createdAt;

    static String context(UUID id) {
        return "announcement:" + id;
    }

    AnnouncementView view(Progress progress) {
        return new AnnouncementView(id, audience, title, emergency, authorName, createdAt, progress);
    }
}
