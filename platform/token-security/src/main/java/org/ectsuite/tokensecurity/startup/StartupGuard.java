package org.ectsuite.tokensecurity.startup;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks all checks when the service starts; in production it ends the start when one has found something. */
@Singleton
class StartupGuard {
    private static final Logger LOG = Logger.getLogger(StartupGuard.class);

    /** Before anybody else does anything on the strength of a bad configuration. */
    private static final int FIRST = 1;

    private final List<StartupCheck> checks;

    StartupGuard(@All List<StartupCheck> checks) {
        this.checks = checks;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        if (ConfigUtils.isProfileActive("prod")) {
            refuse();
        } else if (ConfigUtils.isProfileActive("dev")) {
            findings().forEach(finding -> LOG.infof("Would not start in production: %s", finding));
        }
    }

    /**
     * Asks all checks.
     *
     * @throws StartupRefusedException if one has found something
     */
    void refuse() {
        List<Finding> findings = findings();
        if (!findings.isEmpty()) {
            throw new StartupRefusedException(findings);
        }
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        var secrets = new ArrayList<GuardedSecret>();
        for (StartupCheck check : checks) {
            findings.addAll(check.findings());
            secrets.addAll(check.secrets());
        }
        findings.addAll(SecretRules.check(secrets));
        return findings;
    }
}
