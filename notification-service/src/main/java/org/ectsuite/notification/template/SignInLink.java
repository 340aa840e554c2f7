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
 * Data of the letter {@code sign-in-link}.
 *
 * @param link the address that signs in, once
 * @param code eight characters to type in instead, with or without a hyphen in the middle
 * @param requestedAt when it was asked for
 * @param client the program or device it was asked for with, in words; absent if unknown
 * @param expiresAt when link and code stop working
 */
@RegisterForReflection
public record SignInLink(
        @NotNull @Size(max = 2000) String link,

        @NotNull @Pattern(regexp = "[A-Z0-9]{4}-?[A-Z0-9]{4}") String code,

        @NotNull Instant requestedAt,

        @Size(max = 200) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) @Nullable String client,

        @NotNull Instant expiresAt)
        implements MailData {

    @Override
    public MailKind kind() {
        return MailKind.SIGN_IN_LINK;
    }

    @Override
    public List<Link> links() {
        return List.of(new Link("link", link));
    }

    @Override
    public Optional<Instant> uselessFrom() {
        return Optional.of(expiresAt);
    }

    /** The link and the code open an account: neither may end in a log. */
    @Override
    public String toString() {
        return "SignInLink[requestedAt=%s, expiresAt=%s]".formatted(requestedAt, expiresAt);
    }
}
