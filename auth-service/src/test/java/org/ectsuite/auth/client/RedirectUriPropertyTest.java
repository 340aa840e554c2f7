package org.ectsuite.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever strangers write into {@code redirect_uri}. */
class RedirectUriPropertyTest {

    private static final List<String> REGISTERED =
            List.of("https://client.example/callback?a=b", "http://127.0.0.1/back");

    /** Pieces of addresses in any order, with noise between them. */
    @Provide
    static Arbitrary<String> addresses() {
        Arbitrary<String> pieces = Arbitraries.of(
                "https:",
                "http:",
                "javascript:",
                "org.example.app:",
                "//",
                "/",
                "\\",
                "client.example",
                "127.0.0.1",
                "[::1]",
                "localhost",
                "evil.example",
                "@",
                ":",
                ":8080",
                ":0",
                "?",
                "#",
                "%2e%2e",
                "..",
                ".",
                "callback",
                "a=b",
                "%",
                "%00",
                "\t",
                "\n",
                " ",
                "\u2044",
                "\u3002");
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(12)
                .map(all -> String.join("", all));
    }

    @Property
    void what_may_be_registered_is_one_plain_address(@ForAll("addresses") String text, @ForAll boolean onDevice) {
        if (RedirectUri.flaw(text, onDevice).isEmpty()) {
            URI uri = URI.create(text);
            assertThat(uri.isAbsolute()).isTrue();
            assertThat(uri.getRawFragment()).isNull();
            assertThat(text).matches("[\\x21-\\x7E]+");
            switch (uri.getScheme()) {
                case "https" -> assertThat(uri.getHost()).isNotEmpty();
                case "http" -> assertThat(uri.getHost()).isIn("127.0.0.1", "[::1]", "localhost");
                default -> {
                    assertThat(onDevice).isTrue();
                    assertThat(uri.getScheme()).contains(".");
                }
            }
            assertThat(uri.getRawUserInfo()).isNull();
        }
    }

    @Property
    void anything_may_be_looked_at(@ForAll String text, @ForAll boolean onDevice) {
        RedirectUri.flaw(text, onDevice);

        assertThat(RedirectUri.matches(REGISTERED, text)).isEqualTo(REGISTERED.contains(text));
    }

    @Property
    void only_the_port_of_a_loopback_address_may_differ(@ForAll("addresses") String text) {
        if (RedirectUri.matches(REGISTERED, text)) {
            assertThat(text)
                    .satisfiesAnyOf(
                            same -> assertThat(REGISTERED).contains(same),
                            other -> assertThat(other).matches("http://127\\.0\\.0\\.1:[0-9]{1,5}/back"));
        }
    }

    @Property
    void one_character_more_less_or_other_is_another_address(
            @ForAll @IntRange(max = 34) int place, @ForAll char other, @ForAll @IntRange(max = 2) int edit) {
        String registered = REGISTERED.getFirst();
        String head = registered.substring(0, place);
        String changed = switch (edit) {
            case 0 -> head + registered.substring(place + 1);
            case 1 -> head + other + registered.substring(place);
            default -> head + other + registered.substring(place + 1);
        };
        Assume.that(!changed.equals(registered));

        assertThat(RedirectUri.matches(REGISTERED, changed)).isFalse();
    }

    @Property
    void a_program_on_a_desk_takes_the_port_that_is_free(
            @ForAll("loopback") String registered, @ForAll @IntRange(min = 1, max = 65_535) int port) {
        String asked = registered.replaceFirst("(//[^/?]+)", "$1:" + port);

        assertThat(RedirectUri.flaw(registered, true)).isEmpty();
        assertThat(RedirectUri.matches(List.of(registered), asked)).isTrue();
        assertThat(RedirectUri.matches(List.of(registered), asked + "x")).isFalse();
    }

    @Provide
    static Arbitrary<String> loopback() {
        return Combinators.combine(
                        Arbitraries.of("http://127.0.0.1", "http://[::1]"),
                        Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(8))
                .as((host, path) -> host + "/" + path);
    }
}
