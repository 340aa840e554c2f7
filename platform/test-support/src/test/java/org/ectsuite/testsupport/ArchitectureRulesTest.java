package org.ectsuite.testsupport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {
    private static final String FIXTURES = "org.ectsuite.testsupport.fixture.";

    /** The rules, set on a package of examples. */
    private static final class Rules extends ArchitectureRules {
        Rules(String examples) {
            super(FIXTURES + examples, new ClassFileImporter().importPackages(FIXTURES + examples));
        }
    }

    static Stream<Method> rules() {
        return Arrays.stream(ArchitectureRules.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void good_code_keeps_every_rule(Method rule) {
        assertThatCode(() -> rule.invoke(new Rules("good"))).doesNotThrowAnyException();
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                broken("bad.cycle", ArchitectureRules::features_have_no_cycles, "Cycle detected"),
                broken(
                        "bad.layer",
                        ArchitectureRules::packages_are_features_and_neither_layers_nor_drawers,
                        "bad.layer.repository"),
                broken(
                        "bad.drawer",
                        ArchitectureRules::packages_are_features_and_neither_layers_nor_drawers,
                        "bad.drawer.net.util"),
                broken("bad.name", ArchitectureRules::class_names_say_what_the_class_is, "NetUtils"),
                broken("bad.unmarked", ArchitectureRules::packages_are_null_marked, "bad.unmarked"),
                broken("bad.exposed", ArchitectureRules::endpoints_show_no_entities, "NetResource.list()"),
                broken("bad.leaked", ArchitectureRules::entities_stay_inside_their_feature, "report.Report"),
                broken("bad.silent", ArchitectureRules::every_endpoint_says_who_may_call_it, "NetResource.get()"),
                broken("bad.thrown", ArchitectureRules::endpoints_throw_only_problems, "NotFoundException"),
                broken("bad.time", ArchitectureRules::time_comes_from_a_clock, "Called", "Referred", "Millis"),
                broken("bad.chance", ArchitectureRules::chance_comes_from_a_secure_source, "Dice", "Coin", "Card"),
                broken("bad.printed", ArchitectureRules::nothing_is_printed, "Line"),
                broken("bad.asleep", ArchitectureRules::nothing_sleeps, "Nap"),
                broken("bad.removed", ArchitectureRules::rows_are_removed_by_a_statement, "Nets.forget"),
                broken(
                        "bad.shown",
                        ArchitectureRules::templates_can_read_in_a_native_program_what_they_are_given,
                        "NetPage is given",
                        "NetPage$Row"),
                broken("bad.injected", ArchitectureRules::dependencies_come_through_constructors, "Net.dependency"),
                broken(
                        "bad.transaction",
                        ArchitectureRules::transactions_start_where_interceptors_see_the_call,
                        "Self.inner()"),
                broken("nowhere", ArchitectureRules::there_is_code_to_look_at, "nowhere"));
    }

    private static Arguments broken(String examples, Consumer<ArchitectureRules> rule, String... named) {
        return Arguments.of(examples, rule, List.of(named));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void bad_code_breaks_its_rule(String examples, Consumer<ArchitectureRules> rule, List<String> named) {
        assertThatThrownBy(() -> rule.accept(new Rules(examples)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(named.toArray(new CharSequence[0]));
    }

    @Test
    void a_printed_stack_trace_counts_as_printing() {
        // Given
        var code = new ClassFileImporter().importPackages(FIXTURES + "bad.printed");
        var traceOnly = code.that(DescribedPredicate.describe(
                "traces", type -> type.getSimpleName().equals("Trace")));

        // When
        var rules = new ArchitectureRules(FIXTURES + "bad.printed", traceOnly) {};

        // Then
        assertThatThrownBy(rules::nothing_is_printed).hasMessageContaining("printStackTrace");
    }
}
