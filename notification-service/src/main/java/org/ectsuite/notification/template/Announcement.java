package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data of the letter {@code announcement}: a message in somebody's own words to the members of a group.
 *
 * @param title subject and heading
 * @param text the message; may have several lines, an empty one begins a paragraph
 * @param sender who says so, as it is to be shown
 * @param group name of the group it goes to
 * @param url the page of the group, or of what the message is about
 * @param emergency whether it reports an emergency, which waits for nobody's quiet hours; absent for no
 */
@RegisterForReflection
public record Announcement(
        @NotNull @Size(min = 1, max = 150) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String title,

        @NotNull @Size(min = 1, max = 10_000) String text,

        @NotNull @Size(min = 1, max = 120) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String sender,

        @NotNull @Size(min = 1, max = 200) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String group,

        @NotNull @Size(max = 2000) String url,
        @Nullable Boolean emergency)
        implements MailData {

    @Override
    public MailKind kind() {
        return MailKind.ANNOUNCEMENT;
    }

    @Override
    public List<Link> links() {
        return List.of(new Link("url", url));
    }

    @Override
    public Optional<Instant> uselessFrom() {
        return Optional.empty();
    }

    @Override
    public Optional<MailList> list() {
        return MailList.of(URI.create(url), group);
    }

    @Override
    public boolean passesQuietHours() {
        return Boolean.TRUE.equals(emergency);
    }
}
