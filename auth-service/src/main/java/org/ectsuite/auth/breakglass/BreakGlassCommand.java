package org.ectsuite.auth.breakglass;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.ectsuite.command.OperatorCommand;

/** {@code break-glass ADDRESS}: gives the operator of the host a code with which an administrator gets in once. */
@ApplicationScoped
class BreakGlassCommand implements OperatorCommand {

    private final BreakGlass glass;
    private final Clock clock;

    BreakGlassCommand(BreakGlass glass, Clock clock) {
        this.glass = glass;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "break-glass";
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public List<String> operands() {
        return List.of("ADDRESS");
    }

    @Override
    public String purpose() {
        return "Prints a code with which the administrator with this mail address, who is locked out, gets in once.";
    }

    @Override
    public Uni<Outcome> run(Set<String> chosen, List<String> operands) {
        return glass.issue(operands.getFirst()).map(this::outcome);
    }

    private Outcome outcome(Issue issue) {
        return switch (issue) {
            case Issue.Issued issued -> new Outcome(true, text(issued));
            case Issue.Refused refused ->
                new Outcome(
                        false,
                        switch (refused.why()) {
                            case NO_ADDRESS -> "That is not a mail address.";
                            case NO_ADMINISTRATOR -> "No administrator has this address.";
                            case SUSPENDED -> "The account is suspended, and a code resets nothing.";
                        });
        };
    }

    private String text(Issue.Issued issued) {
        long minutes = Duration.between(clock.instant(), issued.expiresAt())
                .plusSeconds(59)
                .toMinutes();
        return """
                One-time code   %s
                Where           %s
                Good            once, for %d min, until %s
                Told by mail    %d %s""".formatted(
                        issued.code().text(),
                        issued.page(),
                        minutes,
                        DateTimeFormatter.ISO_INSTANT.format(issued.expiresAt().truncatedTo(ChronoUnit.SECONDS)),
                        issued.told(),
                        issued.told() == 1 ? "administrator" : "administrators");
    }
}
