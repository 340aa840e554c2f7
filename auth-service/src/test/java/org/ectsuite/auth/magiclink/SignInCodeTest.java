package org.ectsuite.auth.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInCodeTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void the_same_link_has_the_same_code_and_another_link_another() {
        OpaqueToken link = OpaqueToken.random(random);

        assertThat(SignInCode.of(link)).isEqualTo(SignInCode.of(link));
        assertThat(SignInCode.of(link)).isNotEqualTo(SignInCode.of(OpaqueToken.random(random)));
    }

    @Test
    void uses_the_whole_alphabet_in_every_place() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            String text = SignInCode.of(OpaqueToken.random(random)).text();
            for (int place = 0; place < text.length(); place++) {
                seen.add(place + ":" + text.charAt(place));
            }
        }

        assertThat(seen).hasSize(SignInCode.LENGTH * 32);
    }

    @Test
    void is_read_back_as_it_is_shown() {
        SignInCode code = SignInCode.of(OpaqueToken.random(random));

        assertThat(SignInCode.parse(code.grouped())).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB01-CD12", "ab01cd12", " ABO1 CDL2 ", "abo1-cdi2", "A-B-0-1-C-D-1-2", "AB01–CD12"})
    void is_read_however_people_type_it(String typed) {
        assertThat(SignInCode.parse(typed)).contains(new SignInCode("AB01CD12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AB01CD1", "AB01CD123", "AB01CD1U", "AB01CD1!", "ÀB01CD12", "AB01CD12\u0000"})
    void is_not_read_from_anything_else(String typed) {
        assertThat(SignInCode.parse(typed)).isEmpty();
    }

    @Test
    void does_not_show_itself_in_a_log_line() {
        assertThat(new SignInCode("AB01CD12").toString()).doesNotContain("AB01CD12");
    }
}
