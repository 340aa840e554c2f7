package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;

/**
 * Data of the letter {@code net-started}: a net is on the air.
 *
 * @param net the net
 */
@RegisterForReflection
public record NetStarted(@NotNull @Valid NetFacts net) implements NetNotice {

    @Override
    public MailKind kind() {
        return MailKind.NET_STARTED;
    }

    @Override
    public Optional<Instant> uselessFrom() {
        return Optional.empty();
    }
}
