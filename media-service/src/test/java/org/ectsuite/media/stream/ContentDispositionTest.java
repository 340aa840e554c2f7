package org.ectsuite.media.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentDispositionTest {

    @Test
    void gives_the_name_twice() {
        assertThat(ContentDisposition.inline("Weekly net.mp3"))
                .isEqualTo("inline; filename=\"Weekly net.mp3\"; filename*=UTF-8''Weekly%20net.mp3");
    }

    @Test
    void encodes_other_letters_for_those_who_understand() {
        assertThat(ContentDisposition.inline("Übung (無線).mp3"))
                .isEqualTo("inline; filename=\"_bung (__).mp3\";"
                        + " filename*=UTF-8''%C3%9Cbung%20%28%E7%84%A1%E7%B7%9A%29.mp3");
    }

    @Test
    void lets_no_name_break_out_of_the_header() {
        // When
        String header = ContentDisposition.inline("a\"; x=\"b\r\nSet-Cookie: c=d\\%22;.mp3");

        // Then
        assertThat(header)
                .isEqualTo("inline; filename=\"a_; x=_b__Set-Cookie: c=d__22;.mp3\";"
                        + " filename*=UTF-8''a%22%3B%20x%3D%22b%0D%0ASet-Cookie%3A%20c%3Dd%5C%2522%3B.mp3");
    }
}
