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
 * Data of the letter {@code address-changed}, to the former address of an account: who did not want the change takes it back.
 *
 * @param link the address of the page that takes it back
 * @param address the new address, with most of it hidden
 * @param at when it was changed
 * @param client the program or device it was confirmed with, in words; absent if unknown
 * @param undoUntil until when it can be taken back
 */
@RegisterForReflection
public record AddressChanged(
        @NotNull @Size(max = 2000) String link,

        @NotNull @Size(max = 254) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String address,

        @NotNull Instant at,

        @Size(max = 200) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) @Nullable String client,

        @NotNull Instant undoUntil)
        implements MailData {

    @Override
    public MailKind kind() {
        return MailKind.ADDRESS_CHANGED;
    }

    @Override
    public List<Link> links() {
        return List.of(new Link("link", link));
    }

    @Override
    public Optional<Instant> uselessFrom() {
        return Optional.of(undoUntil);
    }

    /** The link opens a door: it may not end in a log. */
    @Override
    public String toString() {
        return "AddressChanged[undoUntil=%s]".formatted(undoUntil);
    }
}
