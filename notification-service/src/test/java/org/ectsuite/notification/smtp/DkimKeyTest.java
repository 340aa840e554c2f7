package org.ectsuite.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DkimKeyTest {

    @Test
    void finds_nothing_wrong_with_a_key_and_with_none() {
        assertThat(DkimKey.complaint(key("ect2026", SigningRelay.pem()))).isEmpty();
        assertThat(DkimKey.complaint(new SigningRelay.Key(Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void wants_a_selector_with_the_key() {
        assertThat(DkimKey.complaint(
                        new SigningRelay.Key(Optional.empty(), Optional.empty(), Optional.of(SigningRelay.pem()))))
                .isPresent();
        assertThat(DkimKey.complaint(new SigningRelay.Key(Optional.of("ect2026"), Optional.empty(), Optional.empty())))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"})
    void refuses_a_key_that_is_none_without_saying_what_it_was(String text) {
        assertThat(DkimKey.complaint(key("ect2026", text)))
                .hasValueSatisfying(complaint ->
                        assertThat(complaint).contains("RSA private key").doesNotContain("AAAA"));
    }

    private static SigningRelay.Key key(String selector, String pem) {
        return new SigningRelay.Key(Optional.of(selector), Optional.empty(), Optional.of(pem));
    }
}
