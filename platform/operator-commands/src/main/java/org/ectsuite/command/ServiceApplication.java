package org.ectsuite.command;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;

/** Serves until it is stopped, or does what the operator wants and ends: 0 if all is well, 1 if not, 2 if nobody understood. */
@ApplicationScoped
class ServiceApplication implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(ServiceApplication.class);
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final List<OperatorCommand> commands;

    @Inject
    ServiceApplication(@All List<OperatorCommand> commands) {
        this.commands = List.copyOf(commands);
    }

    @Override
    public int run(String... arguments) {
        return switch (CommandLine.read(List.of(arguments), commands)) {
            case CommandLine.Serve() -> {
                Quarkus.waitForExit();
                yield 0;
            }
            case CommandLine.Call call -> run(call);
            case CommandLine.Wrong(String help) -> {
                LOG.info(help);
                yield NOT_UNDERSTOOD;
            }
        };
    }

    private static int run(CommandLine.Call call) {
        try {
            OperatorCommand.Outcome outcome =
                    VertxContextSupport.subscribeAndAwait(() -> call.command().run(call.chosen(), call.operands()));
            LOG.info(outcome.text());
            return outcome.good() ? 0 : FAILED;
        } catch (Throwable failure) {
            LOG.errorf(failure, "%s failed", call.command().name());
            return FAILED;
        }
    }
}
