package org.ectsuite.notification.suppression;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.ectsuite.notification.smtp.MailAddress;
import org.ectsuite.notification.template.SingleLine;
import org.jspecify.annotations.Nullable;

/**
 * An address that shall get no mail.
 *
 * @param address the address
 * @param note why, for other administrators
 * @param expiresAt until when; absent if for good
 */
record SuppressionRequest(
        @NotNull @Size(max = 254) @Pattern(regexp = MailAddress.PATTERN, message = "must be an e-mail address") String address,

        @Nullable @Size(max = 300) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String note,

        @Nullable Instant expiresAt) {}
