package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Data of the letter {@code security-alert}: something happened in the suite that administrators should look at.
 *
 * @param event what happened
 * @param subject whom or what it concerns
 * @param at when it happened
 * @param link the address of the page where it can be looked at
 */
@RegisterForReflection
public record SecurityAlert(
        @NotNull Event event,

        @NotNull @Size(max = 200) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String subject,

        @NotNull Instant at,
        @NotNull @Size(max = 2000) String link)
        implements MailData {

    /** What administrators are told of. */
    public enum Event {
        /** Somebody may do more than before. */
        ROLE_GRANTED,
        /** A network was banned, because sign-ins from there failed again and again. */
        FAILURE_BURST,
        /** A refresh token was used twice. */
        REFRESH_REUSE,
        /** A program can act in somebody's name. */
        API_KEY_CREATED
    }

    @Override
    public MailKind kind() {
        return MailKind.SECURITY_ALERT;
    }

    @Override
    public List<Link> links() {
        return List.of(new Link("link", link));
    }

    @Override
    public Optional<Instant> uselessFrom() {
        return Optional.empty();
    }
}
