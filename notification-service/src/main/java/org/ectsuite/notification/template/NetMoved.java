package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Data of the letter {@code net-moved}: a net that was announced begins at another time.
 *
 * @param net the net, with its new time
 * @param before when it was to begin
 */
@RegisterForReflection
public record NetMoved(
        @NotNull @Valid NetFacts net, @NotNull Instant before) implements NetNotice {

    @Override
    public MailKind kind() {
        return MailKind.NET_MOVED;
    }
}
