package org.ectsuite.secrets;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.ectsuite.command.OperatorCommand;

/** After a new key was put in front of the keyset: renews all secrets, so that the old key can leave it. */
@ApplicationScoped
class ResealCommand implements OperatorCommand {

    private final Resealing resealing;
    private final SecretBox box;

    ResealCommand(Resealing resealing, SecretBox box) {
        this.resealing = resealing;
        this.box = box;
    }

    @Override
    public String name() {
        return "reseal-secrets";
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public String purpose() {
        return "Seals every stored secret under the first key of ECT_SECRETS_KEYSET, so that the others can go.";
    }

    @Override
    public Uni<Outcome> run(Set<String> chosen, List<String> operands) {
        return resealing.all().map(tally -> {
            String done = "%d secrets were sealed under key %d.".formatted(tally.renewed(), box.currentKey());
            return tally.unreadable() == 0
                    ? new Outcome(true, done + " No other key is needed any more.")
                    : new Outcome(
                            false,
                            "%s %d cannot be opened and stay as they are: see above which key they want."
                                    .formatted(done, tally.unreadable()));
        });
    }
}
