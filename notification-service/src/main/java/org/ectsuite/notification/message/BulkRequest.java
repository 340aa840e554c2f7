package org.ectsuite.notification.message;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.notification.template.MailKind;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What shall be done to many messages: to those named, or else to all to which it can be done, oldest first and at most
 * 500 at a time.
 *
 * @param action what to do
 * @param ids the messages
 * @param kind without ids: only messages of this kind
 * @param lane without ids: only messages of this lane
 */
@Schema(name = "BulkIntervention")
record BulkRequest(
        @NotNull Intervention action,
        @Nullable @Size(min = 1, max = BulkRequest.MAX) List<@NotNull UUID> ids,
        @Nullable @Size(max = 60) String kind,
        @Nullable Lane lane) {

    /** How many messages one request changes at most. */
    static final int MAX = 500;

    @AssertTrue(message = "must not be given together with kind or lane") @Schema(hidden = true)
    boolean isIdsAlone() {
        return ids == null || (kind == null && lane == null);
    }

    /** The kind; null if none was given. */
    @Nullable MailKind mailKind() {
        return kind == null
                ? null
                : MailKind.of(kind).orElseThrow(() -> ProblemException.invalid("kind", "is not a kind of mail"));
    }

    /** How many messages were meant. */
    int asked(int found) {
        return ids == null ? found : (int) ids.stream().distinct().count();
    }
}
