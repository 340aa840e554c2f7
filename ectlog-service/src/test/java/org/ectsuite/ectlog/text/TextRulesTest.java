package org.ectsuite.ectlog.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann",
                "José Müller",
                "李明",
                "<script>alert(1)</script>",
                "'; DROP TABLE net; --",
                "🚒 crew",
                "=1+1"
            })
    void takes_everything_that_people_can_read(String text) {
        assertThat(text).matches(TextRules.LINE).matches(TextRules.FILLED_LINE).matches(TextRules.LINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u001Bb", "a\uD800b", "\uDC00", "a\u0085b"})
    void refuses_control_characters_and_halves_of_characters(String text) {
        assertThat(text).doesNotMatch(TextRules.LINE);
        assertThat(text).doesNotMatch(TextRules.FILLED_LINE);
        assertThat(text).doesNotMatch(TextRules.LINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb"})
    void takes_several_lines_only_where_they_belong(String text) {
        assertThat(text).matches(TextRules.LINES);
        assertThat(text).doesNotMatch(TextRules.LINE);
        assertThat(text).doesNotMatch(TextRules.FILLED_LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\u2003"})
    void knows_a_blank_line(String text) {
        assertThat(text).matches(TextRules.LINE);
        assertThat(text).doesNotMatch(TextRules.FILLED_LINE);
    }

    @Test
    void judges_long_texts_in_no_time() {
        for (String pattern : new String[] {TextRules.LINE, TextRules.FILLED_LINE, TextRules.LINES}) {
            for (String part : new String[] {" ", "a", "\u3000", "a "}) {
                String hostile = part.repeat(100_000) + "\u0000";
                Assertions.assertTimeout(
                        Duration.ofMillis(500),
                        () -> assertThat(hostile.matches(pattern)).isFalse());
            }
        }
    }
}
