package org.ectsuite.auth.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ectsuite.auth.RelyingParty;

/** Whatever strangers send as challenge and verifier. */
class PkcePropertyTest {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    @Provide
    static Arbitrary<String> verifiers() {
        return Arbitraries.strings().withChars(UNRESERVED).ofMinLength(43).ofMaxLength(128);
    }

    @Property
    void a_verifier_belongs_to_its_own_challenge_and_to_no_other(
            @ForAll("verifiers") String verifier, @ForAll("verifiers") String other) {
        String challenge = RelyingParty.challenge(verifier);
        Assume.that(!verifier.equals(other));

        assertThat(Pkce.isChallenge(challenge)).isTrue();
        assertThat(Pkce.matches(verifier, challenge)).isTrue();
        assertThat(Pkce.matches(other, challenge)).isFalse();
    }

    @Property
    void nothing_that_is_no_verifier_fits_even_its_own_hash(@ForAll String text) {
        Assume.that(!text.matches("[A-Za-z0-9._~-]{43,128}"));

        assertThat(Pkce.matches(text, RelyingParty.challenge(text))).isFalse();
    }

    @Property
    void any_texts_may_be_compared(@ForAll String verifier, @ForAll String challenge) {
        assertThat(Pkce.matches(verifier, challenge)).isFalse();
    }
}
