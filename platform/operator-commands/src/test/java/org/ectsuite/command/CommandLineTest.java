package org.ectsuite.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static final OperatorCommand TURN = new OperatorCommand() {
        @Override
        public String name() {
            return "turn-keys";
        }

        @Override
        public Set<String> options() {
            return Set.of("--all");
        }

        @Override
        public String purpose() {
            return "Turns the keys.";
        }

        @Override
        public Uni<Outcome> run(Set<String> chosen, List<String> operands) {
            return Uni.createFrom().item(new Outcome(true, "turned"));
        }
    };

    private static final OperatorCommand OPEN = new OperatorCommand() {
        @Override
        public String name() {
            return "open";
        }

        @Override
        public Set<String> options() {
            return Set.of("--wide");
        }

        @Override
        public List<String> operands() {
            return List.of("DOOR");
        }

        @Override
        public String purpose() {
            return "Opens a door.";
        }

        @Override
        public Uni<Outcome> run(Set<String> chosen, List<String> operands) {
            return Uni.createFrom().item(new Outcome(true, "open"));
        }
    };

    private static CommandLine read(String... typed) {
        return CommandLine.read(List.of(typed), List.of(TURN, OPEN));
    }

    @Test
    void a_program_without_arguments_serves() {
        assertThat(read()).isEqualTo(new CommandLine.Serve());
    }

    @Test
    void finds_a_command_and_its_options() {
        assertThat(read("turn-keys")).isEqualTo(new CommandLine.Call(TURN, Set.of(), List.of()));
        assertThat(read("turn-keys", "--all")).isEqualTo(new CommandLine.Call(TURN, Set.of("--all"), List.of()));
    }

    @Test
    void an_operand_is_told_from_an_option_wherever_it_stands() {
        CommandLine.Call expected = new CommandLine.Call(OPEN, Set.of("--wide"), List.of("front"));

        assertThat(read("open", "front", "--wide")).isEqualTo(expected);
        assertThat(read("open", "--wide", "front")).isEqualTo(expected);
    }

    @Test
    void wants_as_many_operands_as_the_command_has() {
        for (CommandLine wrong : List.of(read("open"), read("open", "front", "back"), read("turn-keys", "front"))) {
            assertThat(wrong)
                    .isInstanceOfSatisfying(
                            CommandLine.Wrong.class,
                            found -> assertThat(found.help()).contains("open DOOR [--wide]"));
        }
    }

    @Test
    void does_nothing_that_it_does_not_understand_to_the_end() {
        for (CommandLine wrong : List.of(read("turn"), read("--all"), read("turn-keys", "--al"), read("help"))) {
            assertThat(wrong)
                    .isInstanceOfSatisfying(
                            CommandLine.Wrong.class,
                            found -> assertThat(found.help())
                                    .contains("turn-keys [--all]")
                                    .contains("Turns the keys."));
        }
    }
}
