package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Data of the letter {@code ncs-reminder}: the reader is to control a net that begins soon.
 *
 * @param net the net
 */
@RegisterForReflection
public record NcsReminder(@NotNull @Valid NetFacts net) implements NetNotice {

    @Override
    public MailKind kind() {
        return MailKind.NCS_REMINDER;
    }
}
