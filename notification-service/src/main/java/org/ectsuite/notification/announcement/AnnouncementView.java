package org.ectsuite.notification.announcement;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An announcement and how far it has come.
 *
 * @param id of the announcement
 * @param audience whom it is for
 * @param title subject and heading
 * @param emergency whether it waits for nobody's quiet hours
 * @param author who made it
 * @param createdAt when
 * @param progress what became of it
 */
@Schema(name = "Announcement")
record AnnouncementView(
        UUID id,
        AnnouncementAudience audience,
        String title,
        boolean emergency,
        String author,
        Instant createdAt,
        Progress progress) {

    /**
     * Of how many recipients what is true; together they are all.
     *
     * @param waiting their mail is still to be sent
     * @param sent the relay has it
     * @param kept they do not want it, or it was withdrawn
     * @param failed it could not be delivered, came back or was reported as unwanted
     * @param forgotten the log of messages does not reach back so far
     */
    @Schema(name = "AnnouncementProgress")
    record Progress(long waiting, long sent, long kept, long failed, long forgotten) {

        static final Progress NONE = new Progress(0, 0, 0, 0, 0);
    }
}
