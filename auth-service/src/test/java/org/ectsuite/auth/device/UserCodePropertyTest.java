package org.ectsuite.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people type into the field for the code of a device. */
class UserCodePropertyTest {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";

    @Provide
    static Arbitrary<String> codes() {
        return Arbitraries.strings().withChars(ALPHABET).ofLength(8);
    }

    @Provide
    static Arbitrary<List<String>> decorations() {
        return Arbitraries.of("", "", "", "-", " ", ".", "- ", "\t").list().ofSize(9);
    }

    /** Near misses: letters that look alike, become ours as capitals, or are not in the alphabet. */
    @Provide
    static Arbitrary<String> typings() {
        return Arbitraries.strings()
                .withChars(ALPHABET)
                .withChars("bcdfghjklmnpqrstvwxz")
                .withChars("AEIOUY0158- .\u017f\u212a\u00df\u0131\u0412\u200b")
                .ofMinLength(6)
                .ofMaxLength(12);
    }

    @Property
    void reads_a_code_however_it_is_typed(
            @ForAll("codes") String code, @ForAll("decorations") List<String> between, @ForAll boolean small) {
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            typed.append(between.get(i)).append(code.charAt(i));
        }
        typed.append(between.getLast());

        String text = small ? typed.toString().toLowerCase(Locale.ROOT) : typed.toString();

        assertThat(UserCode.parse(text)).contains(new UserCode(code));
        assertThat(UserCode.parse(new UserCode(code).grouped())).contains(new UserCode(code));
    }

    @Property
    void takes_nothing_but_eight_letters_of_the_alphabet(@ForAll("typings") String typed) {
        String letters = typed.replaceAll("[\\s.-]", "");

        assertThat(UserCode.parse(typed).isPresent())
                .isEqualTo(letters.matches("[" + ALPHABET + "bcdfghjklmnpqrstvwxz]{8}"));
    }

    @Property
    void anything_may_be_typed(@ForAll String typed) {
        UserCode.parse(typed).ifPresent(code -> assertThat(code.text()).matches("[" + ALPHABET + "]{8}"));
    }
}
