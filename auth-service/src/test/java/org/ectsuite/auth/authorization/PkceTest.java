package org.ectsuite.auth.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PkceTest {

    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void agrees_with_the_example_of_the_standard() {
        assertThat(Pkce.matches(VERIFIER, CHALLENGE)).isTrue();
        assertThat(Pkce.isChallenge(CHALLENGE)).isTrue();
    }

    @Test
    void another_verifier_proves_nothing() {
        assertThat(Pkce.matches(VERIFIER.replace('d', 'e'), CHALLENGE)).isFalse();
        assertThat(Pkce.matches("", CHALLENGE)).isFalse();
        // The plain method: the challenge itself.
        assertThat(Pkce.matches(CHALLENGE, CHALLENGE)).isFalse();
    }

    @Test
    void a_code_without_challenge_takes_no_verifier_and_one_with_a_challenge_wants_it() {
        assertThat(Pkce.matches(null, null)).isTrue();
        assertThat(Pkce.matches(VERIFIER, null)).isFalse();
        assertThat(Pkce.matches(null, CHALLENGE)).isFalse();
    }

    @Test
    void verifiers_have_43_to_128_characters() {
        assertThat(Pkce.matches("a".repeat(42), "ed8MVcx5EaFJzcYTlMtVbh9xoPBTCD6xFuvVKkT0Vr4"))
                .isFalse();
        assertThat(Pkce.isChallenge("a".repeat(42))).isFalse();
        assertThat(Pkce.isChallenge("a".repeat(44))).isFalse();
        assertThat(Pkce.isChallenge("a".repeat(42) + "=")).isFalse();
    }
}
