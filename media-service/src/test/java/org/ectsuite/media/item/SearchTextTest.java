package org.ectsuite.media.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "Tuesday Net,          tuesday net",
        "net-2026.03.14_W1AW/P.mp3, net 2026 03 14 w1aw p mp3",
        "Grüße aus Łódź,       gruße aus łodz",
        "ＩＣＳ－２１３,            ics 213",
        "'a & b | !c:*',       a b c",
    })
    void keeps_words_alone(String text, String words) {
        assertThat(SearchText.of(text)).isEqualTo(words);
    }

    @Test
    void joins_texts_and_passes_over_absent_ones() {
        assertThat(SearchText.of("One", null, "", "Two")).isEqualTo("one two");
    }

    @ParameterizedTest
    @CsvSource({
        "W1aw net,     w1aw:* & net:*",
        "ICS-213,      ics:* & 213:*",
        "'a'' & !b:*', a:* & b:*",
        "'--- ...',    ''",
    })
    void makes_a_query_by_the_same_rule(String typed, String query) {
        assertThat(SearchText.query(typed)).isEqualTo(query);
    }

    @Test
    void bounds_the_number_of_words_in_a_query() {
        assertThat(SearchText.query("a ".repeat(1_000)).split(" & ", -1)).hasSize(12);
    }

    @Test
    void never_makes_a_query_that_has_an_operator_in_a_word() {
        // Given
        SplittableRandom chance = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int n = chance.nextInt(12); n >= 0; n--) {
                typed.appendCodePoint(chance.nextInt(4) == 0 ? chance.nextInt(0x20, 0x7F) : chance.nextInt(1, 0xD7FF));
            }

            // When
            String query = SearchText.query(typed.toString());

            // Then
            assertThat(query).matches("|[\\p{L}\\p{N}]+:\\*( & [\\p{L}\\p{N}]+:\\*)*");
        }
    }
}
