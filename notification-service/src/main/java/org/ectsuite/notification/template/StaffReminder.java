package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Data of the letter {@code staff-reminder}: the reader is to log or relay in a net that begins soon.
 *
 * @param net the net
 */
@RegisterForReflection
public record StaffReminder(@NotNull @Valid NetFacts net) implements NetNotice {

    @Override
    public MailKind kind() {
        return MailKind.STAFF_REMINDER;
    }
}
