package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data of the letter {@code address-confirmation}, to the new address of an account: only after its owner has pressed a button
 * there does the account belong to it.
 *
 * @param link the address of the page with the button
 * @param requestedAt when the change was asked for
 * @param client the program or device it was asked for with, in words; absent if unknown
 * @param expiresAt when the link stops working
 */
@RegisterForReflection
public record AddressConfirmation(
        @NotNull @Size(max = 2000) String link,

        @NotNull Instant requestedAt,

        @Size(max = 200) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) @Nullable String client,

        @NotNull Instant expiresAt)
        implements MailData {

    @Override
    public MailKind kind() {
        return MailKind.ADDRESS_CONFIRMATION;
    }

    @Override
    public List<Link> links() {
        return List.of(new Link("link", link));
    }

    @Override
    public Optional<Instant> uselessFrom() {
        return Optional.of(expiresAt);
    }

    /** The link opens a door: it may not end in a log. */
    @Override
    public String toString() {
        return "AddressConfirmation[expiresAt=%s]".formatted(expiresAt);
    }
}
