package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;

/**
 * Data of the letter {@code net-cancelled}: a net that was announced does not take place.
 *
 * @param net the net
 */
@RegisterForReflection
public record NetCancelled(@NotNull @Valid NetFacts net) implements NetNotice {

    @Override
    public MailKind kind() {
        return MailKind.NET_CANCELLED;
    }

    /** Who still waits for a net whose time is past shall know. */
    @Override
    public Optional<Instant> uselessFrom() {
        return Optional.empty();
    }
}
