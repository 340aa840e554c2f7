package org.ectsuite.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void makes_one_line_without_control_characters() {
        assertThat(PlainText.line("  Net\r\n\tof \u0000the\u202E week ", 100)).isEqualTo("Net of the week");
    }

    @Test
    void keeps_the_paragraphs_of_a_text() {
        assertThat(PlainText.text("one\ntwo\n\n\n\nthree ", 100)).isEqualTo("one\ntwo\n\nthree");
    }

    @Test
    void shortens_without_cutting_a_character_in_two() {
        assertThat(PlainText.line("ab\uD83D\uDE00cd", 4)).isEqualTo("ab…");
        assertThat(PlainText.line("abcdef", 4)).isEqualTo("abc…");
        assertThat(PlainText.line("abcd", 4)).isEqualTo("abcd");
    }

    @Test
    void gives_nothing_for_nothing() {
        assertThat(PlainText.line(" \u0000\n", 10)).isNull();
        assertThat(PlainText.line(null, 10)).isNull();
    }

    @Test
    void reads_bytes_that_are_no_utf_8_as_latin_1() {
        assertThat(PlainText.utf8OrLatin1(new byte[] {'G', 'r', (byte) 0xFC, (byte) 0xDF, 'e'}))
                .isEqualTo("Grüße");
        assertThat(PlainText.utf8OrLatin1("Grüße".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Grüße");
    }
}
