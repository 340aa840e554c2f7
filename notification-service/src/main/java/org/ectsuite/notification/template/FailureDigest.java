package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data of the letter {@code failure-digest}: what could not be delivered lately.
 *
 * @param since beginning of the time it speaks of
 * @param until end of that time
 * @param count how many messages failed
 * @param failures the last of them
 * @param url the page of the queue
 */
@RegisterForReflection
public record FailureDigest(
        @NotNull Instant since,
        @NotNull Instant until,
        @NotNull @Positive Integer count,
        @NotNull @Size(max = 50) List<@NotNull @Valid Failure> failures,
        @NotNull @Size(max = 2000) String url)
        implements MailData {

    /**
     * A message that failed.
     *
     * @param subject subject line
     * @param recipient for whom it was
     * @param reason why it failed; absent if nobody said
     * @param at when
     */
    @RegisterForReflection
    public record Failure(
            @NotNull @Size(max = 300) String subject,
            @NotNull @Size(max = 254) String recipient,
            @Nullable @Size(max = 500) String reason,
            @NotNull Instant at) {}

    @Override
    public MailKind kind() {
        return MailKind.FAILURE_DIGEST;
    }

    @Override
    public List<Link> links() {
        return List.of(new Link("url", url));
    }

    @Override
    public Optional<Instant> uselessFrom() {
        return Optional.empty();
    }
}
