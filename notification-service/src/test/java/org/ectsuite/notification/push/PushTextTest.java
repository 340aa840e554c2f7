package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PushTextTest {

    @Test
    void leaves_out_what_stands_below_the_line() {
        assertThat(PushText.body("Title\r\n\r\nText -- more\r\n-- \r\nSent by example.org\r\n"))
                .isEqualTo("Title\n\nText -- more");
    }

    @Test
    void leaves_a_letter_without_a_line_as_it_is() {
        assertThat(PushText.body("Title\n")).isEqualTo("Title");
    }

    @Test
    void cuts_between_characters() {
        // When
        String cut = PushText.cut("äöü📻📻📻", 14);

        // Then
        assertThat(cut).isEqualTo("äöü📻…");
        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(14);
    }

    @Test
    void cuts_nothing_that_fits() {
        assertThat(PushText.cut("äöü", 6)).isEqualTo("äöü");
    }
}
