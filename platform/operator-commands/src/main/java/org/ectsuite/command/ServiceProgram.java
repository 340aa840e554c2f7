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
    private static final Map<String, String> FOR_COMMANDS = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "quarkus.log.console.json.enabled", "false",
            "quarkus.log.console.format", "%s%e%n",
            "quarkus.log.level", "ERROR",
            "quarkus.log.category.\"org.ectsuite.secrets\".level", "WARN",
            "quarkus.log.category.\"org.ectsuite.command\".level", "INFO",
            // What is going on elsewhere is not what was asked for.
            "quarkus.shutdown.delay", "0S");

    private ServiceProgram() {}

    public static void main(String... arguments) {
        if (arguments.length > 0) {
            FOR_COMMANDS.forEach(System::setProperty);
        }
        Quarkus.run(ServiceApplication.class, arguments);
    }
}
