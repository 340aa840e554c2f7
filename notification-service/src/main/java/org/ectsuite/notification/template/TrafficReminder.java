package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data of the letter {@code traffic-reminder}: the reader holds a piece of formal traffic that was neither passed on nor
 * delivered. The text of the message is not among them: it is for its addressee.
 *
 * @param number number of the message, as its station of origin gave it
 * @param precedence how urgent it is
 * @param addressee whom it is for, as it is to be shown
 * @param heldSince since when the reader holds it
 * @param last whether no other reminder follows; absent for no
 * @param net the net it was passed in; absent if in none
 * @param url the page of the message
 */
@RegisterForReflection
public record TrafficReminder(
        @NotNull @Size(min = 1, max = 20) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String number,

        @NotNull Precedence precedence,

        @NotNull @Size(min = 1, max = 120) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String addressee,

        @NotNull Instant heldSince,
        @Nullable Boolean last,
        @Valid @Nullable Net net,
        @NotNull @Size(max = 2000) String url)
        implements MailData {

    /** How urgent a message is (ARRL radiogram), the most urgent first. */
    public enum Precedence {
        /** Life or death. */
        EMERGENCY,
        /** Bound to a time, or official traffic in a disaster. */
        PRIORITY,
        /** How people in the stricken area are. */
        WELFARE,
        /** All else. */
        ROUTINE
    }

    /**
     * A net.
     *
     * @param name its name
     * @param url its page
     */
    @RegisterForReflection
    public record Net(
            @NotNull @Size(min = 1, max = 200) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String name,

            @NotNull @Size(max = 2000) String url) {}

    @Override
    public MailKind kind() {
        return MailKind.TRAFFIC_REMINDER;
    }

    @Override
    public List<Link> links() {
        List<Link> links = new ArrayList<>(List.of(new Link("url", url)));
        if (net != null) {
            links.add(new Link("net.url", net.url()));
        }
        return links;
    }

    @Override
    public Optional<Instant> uselessFrom() {
        return Optional.empty();
    }

    @Override
    public Optional<MailList> list() {
        return net == null ? Optional.empty() : MailList.of(URI.create(net.url()), net.name());
    }

    @Override
    public boolean passesQuietHours() {
        return precedence == Precedence.EMERGENCY;
    }
}
