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
        public Uni<Outcome> run(Set<String> chosen) {
            return Uni.createFrom().item(new Outcome(true, "turned"));
        }
    };

    private static CommandLine read(String... typed) {
        return CommandLine.read(List.of(typed), List.of(TURN));
    }

    @Test
    void a_program_without_arguments_serves() {
        assertThat(read()).isEqualTo(new CommandLine.Serve());
    }

    @Test
    void finds_a_command_and_its_options() {
        assertThat(read("turn-keys")).isEqualTo(new CommandLine.Call(TURN, Set.of()));
        assertThat(read("turn-keys", "--all")).isEqualTo(new CommandLine.Call(TURN, Set.of("--all")));
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
