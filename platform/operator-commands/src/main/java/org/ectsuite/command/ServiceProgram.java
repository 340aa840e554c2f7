package org.ectsuite.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/**
 * Where the program of every service begins. With a command it becomes one more replica for a moment: the same settings,
 * database and keys, but no open port, no scheduled work, and a log that is only what the operator wants to read.
 */
@QuarkusMain
public final class ServiceProgram {

    /** System properties go before the environment. */
    private static final Map<String, String> FOR_COMMANDS = Map.ofEntries(
            Map.entry("quarkus.http.host-enabled", "false"),
            Map.entry("quarkus.management.host-enabled", "false"),
            Map.entry("quarkus.scheduler.enabled", "false"),
            Map.entry("quarkus.log.console.json.enabled", "false"),
            // What a command says may be secret: it goes to the operator, and is kept nowhere.
            Map.entry("quarkus.log.file.enabled", "false"),
            Map.entry("quarkus.log.syslog.enabled", "false"),
            Map.entry("quarkus.log.console.format", "%s%e%n"),
            Map.entry("quarkus.log.level", "ERROR"),
            Map.entry("quarkus.log.category.\"org.ectsuite.secrets\".level", "WARN"),
            Map.entry("quarkus.log.category.\"org.ectsuite.command\".level", "INFO"),
            // What is going on elsewhere is not what was asked for.
            Map.entry("quarkus.shutdown.delay", "0S"));

    private ServiceProgram() {}

    public static void main(String... arguments) {
        if (arguments.length > 0) {
            FOR_COMMANDS.forEach(System::setProperty);
        }
        Quarkus.run(ServiceApplication.class, arguments);
    }
}
