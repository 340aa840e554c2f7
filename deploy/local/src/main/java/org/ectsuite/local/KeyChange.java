package org.ectsuite.local;

import java.util.List;
import java.util.Map;

/** Changes the keys of a running stack, as docs/operations/keys.md tells operators to do it. */
final class KeyChange {

    private final StackSecrets secrets;
    private final Map<Service, ServiceRunner> runners;

    KeyChange(StackSecrets secrets, Map<Service, ServiceRunner> runners) {
        this.secrets = secrets;
        this.runners = runners;
    }

    /** The keys that tokens are signed with. */
    String signing(boolean revokeAll) throws InterruptedException {
        return runner(Service.AUTH)
                .command(revokeAll ? List.of("rotate-keys", "--revoke-all") : List.of("rotate-keys"));
    }

    /**
     * The keys that secrets are sealed under: a new one for each service, under which everything is sealed anew; then the
     * old ones are thrown away. Where something cannot be opened they are kept.
     */
    String secrets() throws InterruptedException {
        StringBuilder said = new StringBuilder();
        for (ServiceRunner runner : runners.values()) {
            Service service = runner.service();
            secrets.addKey(service);
            runner.restart();
            said.append(service.programName())
                    .append(": ")
                    .append(runner.command(List.of("reseal-secrets")))
                    .append('\n');
            secrets.dropOldKeys(service);
            runner.restart();
        }
        return said.append("The old keys are thrown away.").toString();
    }

    private ServiceRunner runner(Service service) {
        ServiceRunner runner = runners.get(service);
        if (runner == null) {
            throw new StackFailure(service.programName() + " does not run.");
        }
        return runner;
    }
}
