package org.ectsuite.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an operator typed after the name of the program, read against the commands that there are. */
sealed interface CommandLine {

    /** Nothing: the program serves. */
    record Serve() implements CommandLine {}

    /** A command with its options and operands. */
    record Call(OperatorCommand command, Set<String> chosen, List<String> operands) implements CommandLine {}

    /** Something else; the text says what there is. */
    record Wrong(String help) implements CommandLine {}

    static CommandLine read(List<String> typed, List<OperatorCommand> commands) {
        if (typed.isEmpty()) {
            return new Serve();
        }
        Optional<OperatorCommand> named = commands.stream()
                .filter(command -> command.name().equals(typed.getFirst()))
                .findFirst();
        Set<String> chosen = new LinkedHashSet<>();
        List<String> operands = new ArrayList<>();
        typed.stream().skip(1).forEach(word -> (word.startsWith("--") ? chosen : operands).add(word));
        return named.filter(command -> command.options().containsAll(chosen)
                        && command.operands().size() == operands.size())
                .<CommandLine>map(command -> new Call(command, chosen, List.copyOf(operands)))
                .orElseGet(() -> new Wrong(help(commands)));
    }

    private static String help(List<OperatorCommand> commands) {
        return "Without arguments the service runs. Commands:"
                + commands.stream()
                        .sorted(Comparator.comparing(OperatorCommand::name))
                        .map(command -> "\n  "
                                + Stream.concat(Stream.of(command.name()), command.operands().stream())
                                        .collect(Collectors.joining(" "))
                                + command.options().stream()
                                        .sorted()
                                        .map(option -> " [" + option + "]")
                                        .collect(Collectors.joining())
                                + "\n      " + command.purpose())
                        .collect(Collectors.joining());
    }
}
