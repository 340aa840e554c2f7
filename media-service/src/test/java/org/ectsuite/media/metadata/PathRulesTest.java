package org.ectsuite.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathRulesTest {

    private final PathRules rules = new PathRules(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-03-14 1800Z Weekly net (W1AW).mp3,           Weekly net,              W1AW,  "
                        + " 2026-03-14T18:00:00Z",
                "2026-03-14_1805_tuesday_net_@146.520.wav,         tuesday net,             -,     "
                        + " 2026-03-14T18:05:00Z",
                "20260314T180509Z.wav,                             20260314T180509Z,        -,     "
                        + " 2026-03-14T18:05:09Z",
                "2026.03.14 18:05 Drill (NCS DL1ABC) @ 7.110 MHz.ogg, Drill,                DL1ABC,"
                        + " 2026-03-14T18:05:00Z",
                "2026-03-14 18-05 Drill (NCS DL1ABC) @7.110 MHz.ogg, Drill,                 DL1ABC,"
                        + " 2026-03-14T18:05:00Z",
                "2026-03-14 Exercise.flac,                         Exercise,                -,     "
                        + " 2026-03-14T00:00:00Z",
                "2026-03-14.flac,                                  2026-03-14,              -,     "
                        + " 2026-03-14T00:00:00Z",
                "2026-03-14 1800Z Net (part two).mp3,              Net (part two),          -,     "
                        + " 2026-03-14T18:00:00Z",
                "2026-02-30 1800Z Net.mp3,                         2026-02-30 1800Z Net,    -,      -",
                "2026-13-45 nonsense.mp3,                          2026-13-45 nonsense,     -,      -",
                "2026 annual report.pdf,                           2026 annual report,      -,      -",
            })
    void reads_the_names_of_recordings(String path, String title, String artist, Instant time) {
        // When
        PathFacts facts = rules.read(path);

        // Then
        assertThat(facts.recordedAt()).isEqualTo(time);
        if (time != null) {
            assertThat(facts.title()).isEqualTo(title);
            assertThat(facts.artist()).isEqualTo(artist);
        }
    }

    @Test
    void reads_a_time_without_z_as_one_of_the_team_s_zone() {
        // When
        PathFacts facts = new PathRules(ZoneId.of("America/New_York")).read("2026-07-01 2000 Net.mp3");

        // Then
        assertThat(facts.recordedAt()).isEqualTo(Instant.parse("2026-07-02T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "Basic course/03 - Passing traffic.mp4, Passing traffic, Basic course",
        "Basic course/Lesson 4 - Relays.mp4,    Relays,          Basic course",
        "a/Basic_course/05_Log_keeping.webm,    Log keeping,     Basic course",
        "Basic course/6. Propagation.mp4,       Propagation,     Basic course",
    })
    void reads_the_names_of_lessons(String path, String title, String course) {
        // When
        PathFacts facts = rules.read(path);

        // Then
        assertThat(facts.title()).isEqualTo(title);
        assertThat(facts.album()).isEqualTo(course);
    }

    @ParameterizedTest
    @CsvSource({
        "ics_213_general_message.pdf,  ICS-213 general message",
        "ICS 309 log.pdf,              ICS-309 log",
        "ICS-213RR.pdf,                ICS-213RR",
        "ICS205A - contacts.pdf,       ICS-205A contacts",
    })
    void reads_the_numbers_of_forms(String path, String title) {
        assertThat(rules.read(path).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Coverage map", "100 watts and a wire", "146.520 simplex", "S01E02 radio", "Übung", "3", "無線"})
    void takes_an_undecorated_name_as_it_is(String name) {
        assertThat(rules.read("folder/" + name + ".jpg").title()).isEqualTo(name);
    }

    @Test
    void finds_callsigns() {
        assertThat(rules.read("W1AW, K1TTT and 4X6TT.mp3").callsigns()).containsExactly("W1AW", "K1TTT", "4X6TT");
        assertThat(rules.read("w1aw.mp3").callsigns()).containsExactly("W1AW");
        assertThat(rules.read("net (dl1abc).mp3").callsigns()).containsExactly("DL1ABC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-14 1800Z net",
                "take 2a of 3b",
                "IMG_20260314_120000",
                "146.520 MHz",
                "ICS-213",
                "mp3 player"
            })
    void takes_other_things_for_no_callsigns(String name) {
        assertThat(rules.read(name + ".mp3").callsigns()).isEqualTo(List.of());
    }

    @Test
    void never_fails_and_never_gives_an_empty_title() {
        // Given
        SplittableRandom chance = new SplittableRandom(20260314);
        String[] pieces = {
            "2026",
            "-03",
            "-14",
            " ",
            "_",
            "1800",
            "Z",
            "(",
            ")",
            "W1AW",
            "/",
            ".",
            "..",
            "ICS",
            "213",
            "@",
            "146.52",
            "NCS",
            "03 - ",
            "Lesson",
            "\u0000",
            "\u202E",
            "\uD83D",
            "\uDE00",
            "é",
            "無",
            "%",
            "\n",
            "'",
            "\\",
            "[",
            "]",
            "0",
            "99999999999"
        };
        for (int i = 0; i < 50_000; i++) {
            StringBuilder path = new StringBuilder();
            for (int n = chance.nextInt(12); n >= 0; n--) {
                path.append(pieces[chance.nextInt(pieces.length)]);
            }

            // When
            PathFacts facts = rules.read(path.toString());

            // Then
            assertThat(facts.title()).isNotBlank().hasSizeLessThanOrEqualTo(300);
            assertThat(facts.callsigns()).allMatch(call -> call.matches("[A-Z0-9/]{3,20}"));
        }
    }

    @Test
    void keeps_very_long_names_short_without_taking_long() {
        // When
        PathFacts facts = rules.read("2026-03-14 1800Z " + "(A1A ".repeat(20_000) + ".mp3");

        // Then
        assertThat(facts.title()).hasSizeLessThanOrEqualTo(300);
        assertThat(facts.callsigns()).hasSizeLessThanOrEqualTo(20);
    }
}
