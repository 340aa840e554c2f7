package org.ectsuite.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void breaks_long_lines_at_a_space() {
        // Given
        String words = "word ".repeat(30).strip();

        // When
        String text = PlainText.finish(words);

        // Then
        assertThat(text.lines()).hasSize(2).allMatch(line -> line.length() <= 80);
        assertThat(text.replace('\n', ' ').strip()).isEqualTo(words);
    }

    @Test
    void leaves_an_address_whole_however_long_it_is() {
        // Given
        String address = "https://ect.example/auth/sign-in/link?t=" + "x".repeat(100);

        // When
        String text = PlainText.finish("Open " + address + " now");

        // Then
        assertThat(text).isEqualTo("Open\n" + address + "\nnow\n");
    }

    @Test
    void closes_the_gaps_that_sections_left_out_leave() {
        assertThat(PlainText.finish("\n\na\n \n\n\t\nb\n\n\n")).isEqualTo("a\n\nb\n");
    }

    @Test
    void marks_a_signature_as_mail_programs_know_it() {
        assertThat(PlainText.finish("a\n--\nb")).isEqualTo("a\n-- \nb\n");
    }
}
