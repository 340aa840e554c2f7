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
 * Data of the letter {@code account-notice}: something happened to the reader's account that he should know of.
 *
 * @param event what happened
 * @param subject the name of what it happened to; absent if it has none
 * @param at when it happened
 * @param client the program or device it was done with, in words; absent if unknown
 * @param link the address of the page where it can be looked at
 */
@RegisterForReflection
public record AccountNotice(
        @NotNull Event event,

        @Size(max = 100) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) @Nullable String subject,

        @NotNull Instant at,

        @Size(max = 200) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) @Nullable String client,

        @NotNull @Size(max = 2000) String link)
        implements MailData {

    /** What can happen to an account. */
    public enum Event {
        /** There is a new API key. */
        API_KEY_CREATED,
        /** An API key has a new secret. */
        API_KEY_ROTATED,
        /** There is a second factor now. */
        SECOND_FACTOR_ADDED,
        /** There is no second factor any more. */
        SECOND_FACTOR_REMOVED,
        /** An identity at another provider opens the account now. */
        IDENTITY_LINKED,
        /** An identity at another provider does not open the account any more. */
        IDENTITY_UNLINKED,
        /** There are new recovery codes. */
        RECOVERY_CODES_RENEWED,
        /** A recovery code was used in place of the authenticator. */
        RECOVERY_CODE_USED,
        /** Somebody with a shell on the host made a code that lets an administrator in. */
        BREAK_GLASS_ISSUED,
        /** Somebody got in with such a code. */
        BREAK_GLASS_USED,
        /** There is a new passkey. */
        PASSKEY_ADDED,
        /** A passkey was removed. */
        PASSKEY_REMOVED,
        /** An authenticator counted backwards: there may be a copy of a passkey. */
        PASSKEY_COPIED,
        /** The account will be erased unless somebody takes it back. */
        ERASURE_REQUESTED,
        /** Another account of the same person has gone into this one. */
        ACCOUNTS_MERGED,
        /** Somebody signed in with a browser that was not seen before. */
        NEW_DEVICE
    }

    @Override
    public MailKind kind() {
        return MailKind.ACCOUNT_NOTICE;
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
