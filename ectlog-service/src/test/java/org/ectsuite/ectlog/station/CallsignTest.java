package org.ectsuite.ectlog.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ectsuite.ectlog.station.Callsign.Kind;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallsignTest {

    @ParameterizedTest
    @CsvSource({
        "VE3/W1AW/P, W1AW, VE3, P",
        "W1AW, W1AW, ,",
        "AA1GM/P, AA1GM, , P",
        "W1AW/6/QRP, W1AW, , 6/QRP",
        "F/G3ABC, G3ABC, F,",
        "SV9/DL1ABC/MM, DL1ABC, SV9, MM",
        "W1AW/KH6, W1AW, , KH6",
        "3D2/W1AW, W1AW, 3D2,",
        "VP2M/K1ABC, K1ABC, VP2M,",
        "3DA0RS, 3DA0RS, ,",
        "3DA0RS/M, 3DA0RS, , M",
    })
    void reads_base_call_prefix_and_suffix(String text, String base, String prefix, String suffix) {
        // When
        Callsign callsign = Callsign.parse(text, false).orElseThrow();

        // Then
        assertThat(callsign).isEqualTo(new Callsign(text, base, prefix, suffix, Kind.AMATEUR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W1AW", "K2A", "N0X", "AA1GM", "KC1JMH", "VE3ABC", "GB13COL", "II0ABCD", "3DA0RS", "2E0ABC", "9A1A",
                        "4U1ITU",
                "1A0C", "E51ABC", "T88XX", "A92GE", "P29NO", "S51A", "C6AGN", "D4C", "T6AA", "VI110WIA", "GB2LOTR",
                        "TM100ABC",
                "8J1RL", "R150WS", "LM2T70Y", "3XY1T", "5B4ALJ"
            })
    void knows_calls_of_amateurs(String text) {
        // When
        Callsign callsign = Callsign.parse(text, false).orElseThrow();

        // Then
        assertThat(callsign.kind()).isEqualTo(Kind.AMATEUR);
        assertThat(callsign.base()).isEqualTo(text);
        assertThat(callsign.tactical()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRTN123", "KAA1234", "WQXX999"})
    void knows_calls_of_gmrs(String text) {
        // When
        Callsign callsign = Callsign.parse(text, false).orElseThrow();

        // Then
        assertThat(callsign.kind()).isEqualTo(Kind.GMRS);
        assertThat(callsign.base()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO",
                "EOC",
                "SHELTER2",
                "TEST1",
                "W1",
                "1234",
                "ABC",
                "Q1ABC",
                "0A1B",
                "VE3",
                "W1AW//P",
                "/W1AW",
                "W1AW/",
                "W1AW/TOOLONG",
                "HELLO/W1AW",
                "12/W1AW",
                "A/B/W1AW",
                "W1AW P",
                "W1AW-9",
                "",
                "   ",
                "XRTN123",
                "WRTN1234",
                "ABCDEFGHIJKLMNOPQRSTU"
            })
    void refuses_what_is_no_call_unless_it_is_marked_as_tactical(String text) {
        assertThat(Callsign.parse(text, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO", "EOC", "SHELTER2", "NET/1", "W1AW"})
    void takes_a_tactical_call_as_it_is(String text) {
        // When
        Callsign callsign = Callsign.parse(text, true).orElseThrow();

        // Then
        assertThat(callsign).isEqualTo(new Callsign(text, text, null, null, Kind.TACTICAL));
        assertThat(callsign.tactical()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A-B", "A B", "ABCDEFGHIJKLMNOPQRSTU", "Ünit", "ECHO!"})
    void refuses_other_characters_even_of_a_tactical_call(String text) {
        assertThat(Callsign.parse(text, true)).isEmpty();
    }

    @Test
    void forgives_lower_case_and_blanks_around() {
        assertThat(Callsign.parse("  ve3/w1aw/p\t", false).orElseThrow().text()).isEqualTo("VE3/W1AW/P");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"W\u0131AW", "W1\u0391W", "\uFF37\uFF11\uFF21\uFF37", "KE1\u017F", "W1AW\u200B", "W1AW\u202E"})
    void refuses_letters_that_only_look_alike(String text) {
        assertThat(Callsign.parse(text, false)).isEmpty();
        assertThat(Callsign.parse(text, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "W1AW, W1AW/P, true",
        "W1AW, VE3/W1AW, true",
        "W1AW, W1AX, false",
        "W1AW/P, W1AW/M, true",
    })
    void knows_the_same_station_however_it_is_worked(String one, String other, boolean same) {
        assertThat(Callsign.parse(one, false)
                        .orElseThrow()
                        .sameStation(Callsign.parse(other, false).orElseThrow()))
                .isEqualTo(same);
    }

    @Test
    void does_not_take_a_tactical_call_for_the_station_of_the_same_letters() {
        assertThat(Callsign.parse("W1AW", true)
                        .orElseThrow()
                        .sameStation(Callsign.parse("W1AW", false).orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "A1", "/", "A/", "W1AW/", "\u00E4"})
    void reads_hostile_input_in_no_time(String part) {
        // Given
        String hostile = part.repeat(100_000);

        // When, Then
        Assertions.assertTimeout(
                Duration.ofMillis(200),
                () -> assertThat(Callsign.parse(hostile, false)).isEmpty());
        Assertions.assertTimeout(
                Duration.ofMillis(200),
                () -> assertThat(hostile.matches(Callsign.INPUT)).isFalse());
    }
}
