package org.ectsuite.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {

    private static final String KEY = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
    private static final String OTHER_KEY = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    @Test
    void takes_several_keys_the_first_of_which_encrypts() {
        Keyset keyset = Keyset.parse("12:" + KEY + ", 3:" + OTHER_KEY);

        assertThat(keyset.primary().id()).isEqualTo(12);
        assertThat(keyset.keys()).extracting(Keyset.Key::id).containsExactly(12, 3);
        assertThat(keyset.keys().getLast().bytes())
                .isEqualTo(Base64.getDecoder().decode(OTHER_KEY));
    }

    @Test
    void shows_ids_and_no_keys_in_a_log() {
        assertThat(Keyset.parse("12:" + KEY)).hasToString("Keyset[12]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                ":" + KEY,
                KEY,
                "one:" + KEY,
                "0:" + KEY,
                "-1:" + KEY,
                "2147483648:" + KEY,
                "1:not*base64",
                "1:" + KEY + ",",
                "1:" + KEY + ",2:",
                "1:AQIDBAUGBwgJCgsMDQ4PEA==",
                "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            })
    void refuses_what_is_no_keyset_and_names_the_property(String text) {
        assertThatThrownBy(() -> Keyset.parse(text))
                .isInstanceOf(MalformedKeysetException.class)
                .hasMessageStartingWith("ect.secrets.keyset: entry ");
    }

    @ParameterizedTest
    @CsvSource({
        "1:KEY;1:OTHER, its id stands there twice",
        "1:KEY;2:KEY, 'its key stands there twice, under different ids'",
    })
    void refuses_what_stands_there_twice(String text, String complaint) {
        String keyset = text.replace("KEY", KEY).replace("OTHER", OTHER_KEY).replace(';', ',');

        assertThatThrownBy(() -> Keyset.parse(keyset)).hasMessage("ect.secrets.keyset: entry 2: " + complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3tpart:x", "1:s3cr3tpart*", "s3cr3tpart", "1:s3cr3tparts3cr3tparts3cr3tpart"})
    void never_repeats_what_was_configured(String text) {
        Throwable failure = catchThrowable(() -> Keyset.parse(text));

        assertThat(failure).isInstanceOf(MalformedKeysetException.class);
        assertThat(failure).hasNoCause();
        assertThat(failure.toString()).doesNotContain("s3cr3t");
    }
}
