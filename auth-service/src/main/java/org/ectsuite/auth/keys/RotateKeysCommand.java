package org.ectsuite.auth.keys;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ectsuite.command.OperatorCommand;

/** Turns the signing keys without an administrator who could sign in. */
@ApplicationScoped
class RotateKeysCommand implements OperatorCommand {

    private static final String REVOKE_ALL = "--revoke-all";

    private final SigningKeys keys;

    RotateKeysCommand(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "rotate-keys";
    }

    @Override
    public Set<String> options() {
        return Set.of(REVOKE_ALL);
    }

    @Override
    public String purpose() {
        return "Publishes new signing keys that take over soon; with " + REVOKE_ALL + " the old ones are void at once.";
    }

    @Override
    public Uni<Outcome> run(Set<String> chosen, List<String> operands) {
        return chosen.contains(REVOKE_ALL)
                ? keys.revokeAll()
                        .map(all -> new Outcome(
                                true,
                                "All signing keys are revoked. These sign from now on:" + lines(all, KeyState.ACTIVE)))
                : keys.rotate()
                        .map(all -> new Outcome(
                                true,
                                "These signing keys are published and take over soon:" + lines(all, KeyState.NEXT)));
    }

    private static String lines(List<KeyView> keys, KeyState state) {
        return keys.stream()
                .filter(key -> key.state() == state)
                .map(key -> "\n  " + key.algorithm() + " " + key.kid())
                .collect(Collectors.joining());
    }
}
