package org.ectsuite.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeySecretTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @RepeatedTest(20)
    void has_the_form_that_programs_look_for_and_reads_back() {
        ApiKeySecret secret = ApiKeySecret.random(RANDOM);

        assertThat(secret.text()).matches("ect_[0-9A-Za-z]{49}");
        assertThat(ApiKeySecret.parse(secret.text()))
                .hasValueSatisfying(read -> assertThat(read.hash()).isEqualTo(secret.hash()));
    }

    @Test
    void is_never_the_same_twice() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(ApiKeySecret.random(RANDOM).text());
        }

        assertThat(seen).hasSize(1000);
    }

    @Test
    void a_mistyped_one_is_known_by_its_checksum() {
        String text = ApiKeySecret.random(RANDOM).text();
        for (int i = 4; i < text.length(); i++) {
            char other = text.charAt(i) == 'a' ? 'b' : 'a';
            String wrong = text.substring(0, i) + other + text.substring(i + 1);

            assertThat(ApiKeySecret.parse(wrong)).as("changed at %s", i).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ect_",
                "ECT_000000000000000000000000000000000000000000000000000",
                "ect_0000000000000000000000000000000000000000000000000",
                "ect_000000000000000000000000000000000000000000000000000000"
            })
    void what_has_another_form_is_none(String text) {
        assertThat(ApiKeySecret.parse(text)).isEmpty();
    }

    @Test
    void a_checksum_that_was_computed_by_other_means_is_accepted() {
        // By Python's zlib.crc32, so that programs of others can be sure of the form.
        String digits = "0".repeat(43);

        assertThat(ApiKeySecret.parse("ect_" + digits + "2CZclj")).isPresent();
    }

    @Test
    void tells_nothing_of_itself_in_logs() {
        ApiKeySecret secret = ApiKeySecret.random(RANDOM);

        assertThat(secret.toString()).doesNotContain(secret.text());
    }
}
