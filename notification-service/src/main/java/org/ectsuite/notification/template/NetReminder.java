package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Data of the letter {@code net-reminder}: a net that the reader follows begins soon.
 *
 * @param net the net
 */
@RegisterForReflection
public record NetReminder(@NotNull @Valid NetFacts net) implements NetNotice {

    @Override
    public MailKind kind() {
        return MailKind.NET_REMINDER;
    }
}
