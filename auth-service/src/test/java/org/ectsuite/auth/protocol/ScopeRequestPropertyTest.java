package org.ectsuite.auth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever strangers ask for in {@code scope}. */
class ScopeRequestPropertyTest {

    private static final Set<String> ALLOWED = Set.of("openid", "profile", "ect");

    @Provide
    static Arbitrary<String> wishes() {
        Arbitrary<String> words =
                Arbitraries.of("openid", "profile", "ect", "email", "people:read", "", "\"", "\\", "\u00e9");
        Arbitrary<String> blanks = Arbitraries.of(" ", " ", " ", "  ", "\t", "\n", "\u00a0");
        return Arbitraries.oneOf(words, blanks, Arbitraries.strings().ofMaxLength(2))
                .list()
                .ofMaxSize(9)
                .map(all -> String.join("", all));
    }

    @Property
    void nobody_gets_more_than_the_client_may_ask_for(@ForAll("wishes") String asked) {
        List<String> granted;
        try {
            granted = ScopeRequest.grant(Optional.of(asked), ALLOWED);
        } catch (OAuthException refusal) {
            assertThat(refusal.error()).isEqualTo(OAuthError.INVALID_SCOPE);
            return;
        }

        assertThat(granted).isNotEmpty().isSubsetOf(ALLOWED).doesNotHaveDuplicates();
        assertThat(List.of(asked.split(" ", -1))).containsAll(granted);
    }

    @Property
    void a_list_of_scopes_reads_as_it_was_written(@ForAll("lists") List<String> scopes) {
        assertThat(ScopeRequest.read(String.join(" ", scopes))).isEqualTo(scopes);
    }

    @Provide
    static Arbitrary<List<String>> lists() {
        return Arbitraries.strings()
                .withCharRange('#', '[')
                .withCharRange(']', '~')
                .withChars('!')
                .ofMinLength(1)
                .ofMaxLength(12)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
