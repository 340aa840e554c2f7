package org.ectsuite.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ectsuite.webedge.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallsignsTest {

    private static void refuses(String field, ThrowingCallable reading) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(reading)
                .satisfies(problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo(field)));
    }

    private static List<String> calls(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "W1AA" + (char) ('A' + i))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "AA1GM,AA1GM",
        "aa1gm,AA1GM",
        "' w1aw/p ',W1AW/P",
        "ABC,ABC",
        "12345678901234567890,12345678901234567890"
    })
    void reads_a_callsign_as_it_is_compared(String typed, String expected) {
        assertThat(Callsigns.of(typed, null, List.of()).own()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB",
                "123456789012345678901",
                "W1-AW",
                "W1 AW",
                "W1\nAW",
                "\u0410A1GM",
                "W1AW;",
                "WßAW",
                "Ｗ1AW",
                "DROP'--"
            })
    void refuses_what_is_no_callsign(String typed) {
        refuses("callsign", () -> Callsigns.of(typed, null, List.of()));
        refuses("earlierCallsigns", () -> Callsigns.of(null, null, List.of("W1AW", typed)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void no_callsign_is_none(String typed) {
        assertThat(Callsigns.of(typed, typed, List.of())).isEqualTo(Callsigns.NONE);
    }

    @ParameterizedTest
    @CsvSource({"WRAB123,WRAB123", "' kae1234 ',KAE1234", "wqzz999,WQZZ999", "WAA0001,WAA0001"})
    void reads_both_forms_of_gmrs(String typed, String expected) {
        assertThat(Callsigns.of(null, typed, List.of()).gmrs()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"W1AW", "WRAB12", "WRAB1234", "KAE123", "ARAB123", "NRAB123", "WR4B123", "WRAB123/P", "ＷRAB123"})
    void refuses_what_gmrs_does_not_issue(String typed) {
        refuses("gmrsCallsign", () -> Callsigns.of(null, typed, List.of()));
    }

    @Test
    void earlier_ones_keep_their_order() {
        assertThat(Callsigns.of("W1NEW", null, List.of("kb1old", " WN1ZZZ ", "DL/KB1OLD"))
                        .earlier())
                .containsExactly("KB1OLD", "WN1ZZZ", "DL/KB1OLD");
    }

    @Test
    void earlier_ones_are_ten_at_most() {
        assertThat(Callsigns.of(null, null, calls(10)).earlier()).hasSize(10);
        refuses("earlierCallsigns", () -> Callsigns.of(null, null, calls(11)));
    }

    @Test
    void nothing_stands_there_twice() {
        refuses("earlierCallsigns", () -> Callsigns.of(null, null, List.of("W1AW", "w1aw")));
        refuses("earlierCallsigns", () -> Callsigns.of("W1AW", null, List.of("w1aw")));
        refuses("earlierCallsigns", () -> Callsigns.of(null, null, Collections.nCopies(1, " ")));
    }

    @Test
    void of_two_accounts_the_callsign_that_gives_way_is_an_earlier_one() {
        Callsigns stays = new Callsigns("W1NEW", null, List.of("WN1ZZZ"));
        Callsigns goes = new Callsigns("KB1OLD", "WRAB123", List.of("W1NEW", "WN1ZZZ", "KA1XYZ"));

        assertThat(stays.and(goes)).isEqualTo(new Callsigns("W1NEW", "WRAB123", List.of("WN1ZZZ", "KB1OLD", "KA1XYZ")));
    }

    @Test
    void of_two_accounts_the_only_callsign_stays_one() {
        assertThat(new Callsigns(null, "KAE1234", List.of("W1AW")).and(new Callsigns("W1AW", "WRAB123", List.of())))
                .isEqualTo(new Callsigns("W1AW", "KAE1234", List.of()));
    }

    @Test
    void of_two_accounts_no_more_than_ten_earlier_ones_are_left() {
        Callsigns merged = new Callsigns("W1NEW", null, calls(9)).and(new Callsigns("K1A", null, calls(10)));

        assertThat(merged.earlier()).hasSize(10).startsWith("W1AAA").endsWith("K1A");
    }
}
