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
 * Data of the letter {@code invitation}: an administrator asks somebody to join.
 *
 * @param link the address of the page where the invitation is accepted
 * @param inviter who asks, by callsign or name; absent if the administrator has neither
 * @param expiresAt when the invitation ends
 */
@RegisterForReflection
public record Invitation(
        @NotNull @Size(max = 2000) String link,

        @Size(max = 100) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) @Nullable String inviter,

        @NotNull Instant expiresAt)
        implements MailData {

    @Override
    public MailKind kind() {
        return MailKind.INVITATION;
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
        return "Invitation[expiresAt=%s]".formatted(expiresAt);
    }
}
