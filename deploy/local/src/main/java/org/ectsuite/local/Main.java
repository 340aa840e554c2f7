package org.ectsuite.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The local stack's command line; people type {@code ./ect}, which calls this. */
@Command(
        name = "ect",
        subcommands = {
            Main.Up.class,
            Main.Down.class,
            Main.ServiceCommand.class,
            Main.BreakGlass.class,
            Main.RotateKeys.class,
            Main.RotateSecrets.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class Main {

    private static final int FAILED = 1;
    /** Configuring a logger does not last unless somebody holds it. */
    private static final Logger QUIET = Logger.getLogger("");

    private Main() {}

    public static void main(String... arguments) {
        QUIET.setLevel(Level.SEVERE);
        int code = new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof StackFailure known) {
                        command.getErr().println("ect: " + known.line());
                    } else {
                        failure.printStackTrace(command.getErr());
                    }
                    return FAILED;
                })
                .execute(arguments);
        System.exit(code);
    }

    /** Where a stack lives. */
    static final class Place {

        @Option(names = "--project", hidden = true, required = true, description = "The checkout.")
        private @Nullable Path project;

        @Option(
                names = "--data",
                paramLabel = "FOLDER",
                description = "Where database, mails, secrets and logs are kept. Default: .ect in the checkout.")
        private @Nullable Path data;

        StackFolders folders() {
            if (project == null) {
                throw new StackFailure("--project is missing: call this through ./ect.");
            }
            Path root = project.toAbsolutePath().normalize();
            return new StackFolders(
                    root,
                    data == null ? root.resolve(".ect") : data.toAbsolutePath().normalize());
        }
    }

    /** Runs the suite until Ctrl-C. */
    @Command(
            name = "up",
            description = "Runs the suite on this machine until Ctrl-C.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Up implements Callable<Integer> {

        private static final Pattern SETTING = Pattern.compile("(ECT|QUARKUS)_[A-Z0-9_]+");

        @Mixin
        private Place place = new Place();

        @Option(
                names = "--demo",
                description = "Adds a team, frequencies, past and planned nets, and a small media library.")
        private boolean demo;

        @Option(
                names = "--admin",
                paramLabel = "ADDRESS",
                description = "E-mail address of the first administrator. Default: ${DEFAULT-VALUE}",
                defaultValue = "${env:ECT_ADMIN_EMAIL:-admin@ect.example}")
        private String administrator = "";

        @Option(
                names = "--port-offset",
                paramLabel = "N",
                description = "Moves every port up by N, for a second stack on one machine.",
                defaultValue = "0")
        private int portOffset;

        @Option(
                names = "--jvm",
                description = "Runs the services on the JVM even where native binaries have been built.")
        private boolean jvm;

        @Option(
                names = "--set",
                paramLabel = "NAME=VALUE",
                description = "Gives all services a setting, by the name of its environment variable:"
                        + " --set ECT_WEB_LIMIT_PERSON_PER_MINUTE=1200. May be repeated.")
        private Map<String, String> settings = new TreeMap<>();

        // Picocli fills it in before the command is called.
        @SuppressWarnings("NullAway.Init")
        @Spec
        private CommandSpec command;

        @Override
        public Integer call() throws InterruptedException {
            settings.keySet().stream()
                    .filter(name -> !SETTING.matcher(name).matches())
                    .forEach(name -> {
                        throw new ParameterException(
                                command.commandLine(),
                                name + " is not the name of a setting: they begin with ECT_ or QUARKUS_.");
                    });
            PrintStream out = System.out;
            Clock clock = Clock.systemUTC();
            StackFolders folders = place.folders();
            Ports ports = new Ports(portOffset);
            Progress progress = new Progress(out, clock, CommandLine.Help.Ansi.AUTO.enabled());
            Stack stack = new Stack(folders, ports, progress, clock);
            CountDownLatch stopped = new CountDownLatch(1);
            Thread stopper = new Thread(
                    () -> {
                        progress.blank();
                        progress.note("stopping ...");
                        stack.close();
                        progress.note("everything is stopped");
                        stopped.countDown();
                    },
                    "stop");
            Runtime.getRuntime().addShutdownHook(stopper);
            try {
                stack.start(administrator, settings, jvm, demo);
            } catch (RuntimeException | InterruptedException failure) {
                stack.close();
                Runtime.getRuntime().removeShutdownHook(stopper);
                throw failure;
            }
            welcome(progress, ports, folders);
            stopped.await();
            return 0;
        }

        private void welcome(Progress progress, Ports ports, StackFolders folders) {
            progress.blank();
            progress.heading("The suite is running: http://localhost:" + ports.gateway());
            progress.blank();
            progress.note(
                    "Sign in     as " + administrator + " (the first administrator); any other address works too");
            progress.note("Mailbox     http://localhost:" + ports.mailboxPage() + " (sign-in links arrive here)");
            progress.note("Media       put files into " + folders.media());
            progress.note("Logs        " + folders.logs());
            progress.note("Stop        Ctrl-C");
            progress.blank();
        }
    }

    /** Stops a running stack, and ends what a killed one left behind. */
    @Command(
            name = "down",
            description = "Stops the suite from another terminal, and ends what a killed run has left behind.",
            mixinStandardHelpOptions = true)
    static final class Down implements Callable<Integer> {

        private static final Duration PATIENCE = Duration.ofMinutes(1);

        @Mixin
        private Place place = new Place();

        @Override
        public Integer call() throws InterruptedException, ExecutionException {
            StackFolders folders = place.folders();
            folders.create();
            Optional<ProcessHandle> running = StackClaim.holder(folders);
            if (running.isPresent()) {
                stop(running.get());
            }
            new Processes(folders.processes()).endLeftovers().forEach(name -> System.out.println("ended " + name));
            return 0;
        }

        private static void stop(ProcessHandle stack) throws InterruptedException, ExecutionException {
            stack.destroy();
            try {
                stack.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                System.out.println("stopped the suite");
            } catch (TimeoutException e) {
                throw new StackFailure(
                        "The suite, process " + stack.pid() + ", does not end: kill it, then come again.", e);
            }
        }
    }

    /** Stops or starts one service of a running stack. */
    @Command(
            name = "service",
            description = "Stops or starts one service of the running suite, to see how the others take it.",
            mixinStandardHelpOptions = true)
    static final class ServiceCommand implements Callable<Integer> {

        /** What can be done to a service. */
        enum Verb {
            stop,
            start
        }

        @Mixin
        private Place place = new Place();

        @Parameters(index = "0", paramLabel = "stop|start")
        private Verb verb = Verb.stop;

        @Parameters(index = "1", paramLabel = "SERVICE")
        private String name = "";

        @Override
        public Integer call() {
            Service service = Service.named(name)
                    .orElseThrow(() -> new StackFailure("There is no " + name + ", only " + Service.allNames() + "."));
            Control.ask(place.folders(), service, verb.name());
            return 0;
        }
    }

    /** Makes a code with which an administrator who is locked out gets in once. */
    @Command(
            name = "break-glass",
            description =
                    "Prints a code with which an administrator of the running suite who is locked out gets in once,"
                            + " without mail and without second factor.",
            mixinStandardHelpOptions = true)
    static final class BreakGlass implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Parameters(index = "0", paramLabel = "ADDRESS", description = "The mail address of the administrator.")
        private String address = "";

        @Override
        public Integer call() {
            System.out.println(Control.breakGlass(place.folders(), address));
            return 0;
        }
    }

    /** Turns the keys that tokens are signed with. */
    @Command(
            name = "rotate-keys",
            description = "Publishes new keys for signing tokens; they take over in some minutes, and nobody notices.",
            mixinStandardHelpOptions = true)
    static final class RotateKeys implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Option(
                names = "--revoke-all",
                description = "Somebody else may hold the keys: they and all that they signed are void at once.")
        private boolean revokeAll;

        @Override
        public Integer call() {
            System.out.println(Control.turnSigningKeys(place.folders(), revokeAll));
            return 0;
        }
    }

    /** Changes the keys that stored secrets are sealed under. */
    @Command(
            name = "rotate-secrets",
            description =
                    "Seals all stored secrets under new keys and throws the old ones away; starts each service twice.",
            mixinStandardHelpOptions = true)
    static final class RotateSecrets implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Override
        public Integer call() {
            System.out.println(Control.changeSecrets(place.folders()));
            return 0;
        }
    }
}
