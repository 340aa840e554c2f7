package org.ectsuite.notification.announcement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.notification.template.SingleLine;
import org.jspecify.annotations.Nullable;

/**
 * A message to a group.
 *
 * @param audience whom it is for
 * @param title subject and heading
 * @param text the message; may have several lines, an empty one begins a paragraph
 * @param emergency whether it reports an emergency, which waits for nobody's quiet hours; no if absent
 */
@Schema(name = "AnnouncementRequest")
record AnnouncementRequest(
        @NotNull AnnouncementAudience audience,

        @NotNull @Size(min = 1, max = 150) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String title,

        @NotNull @Size(min = 1, max = 10_000) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String text,

        @Nullable Boolean emergency) {

    boolean isEmergency() {
        return Boolean.TRUE.equals(emergency);
    }

    /** Holds what somebody writes: kept out of logs. */
    @Override
    public String toString() {
        return "AnnouncementRequest[%s]".formatted(audience);
    }
}
