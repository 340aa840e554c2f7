package org.ectsuite.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example/callback",
                "https://client.example",
                "https://client.example:8443/a/b?x=1",
                "http://localhost:3000/cb",
                "http://127.0.0.1/cb",
                "http://[::1]:7777/cb"
            })
    void takes_https_and_this_very_machine(String uri) {
        assertThat(RedirectUri.flaw(uri, false)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("org.ectsuite.auth.signin.OpenRedirects#CORPUS")
    void takes_nothing_that_has_ever_led_astray(String uri) {
        if (!uri.equals("https://evil.example")) {
            assertThat(RedirectUri.flaw(uri, true)).as(uri).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example/cb#fragment",
                "https://user@client.example/cb",
                "https://user:pw@client.example/cb",
                "https://*.client.example/cb x",
                "http://client.example/cb",
                "http://localhost.evil.example/cb",
                "http://127.0.0.1.evil.example/cb",
                "https:///cb",
                "https:cb",
                "https:/evil.example",
                "HTTPS://client.example/cb",
                "https://client.example/a/../cb",
                "https://client.example/./cb",
                "https://client.example/..",
                "https://client.example:0/cb",
                "https://client.example:65536/cb",
                "https://cl\u00efent.example/cb",
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "about:blank",
                "/cb"
            })
    void refuses(String uri) {
        assertThat(RedirectUri.flaw(uri, true)).isPresent();
    }

    @Test
    void a_scheme_of_its_own_is_for_programs_on_a_device() {
        assertThat(RedirectUri.flaw("org.example.app:/cb", true)).isEmpty();
        assertThat(RedirectUri.flaw("org.example.app:/cb", false)).isPresent();
    }

    @Test
    void takes_500_characters_and_not_one_more() {
        String start = "https://client.example/";
        assertThat(RedirectUri.flaw(start + "a".repeat(500 - start.length()), false))
                .isEmpty();
        assertThat(RedirectUri.flaw(start + "a".repeat(501 - start.length()), false))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example/callback/",
                "https://client.example/callbac",
                "https://client.example/callback?x=1",
                "https://client.example/CALLBACK",
                "https://CLIENT.example/callback",
                "https://client.example:443/callback",
                "https://client.example/callback#",
                "https://client.example/%63allback",
                "https://evil.example/callback",
                "http://client.example/callback",
                ""
            })
    void compares_character_by_character(String asked) {
        assertThat(RedirectUri.matches(List.of("https://client.example/callback"), asked))
                .isFalse();
    }

    @Test
    void a_loopback_address_may_have_any_port() {
        List<String> registered = List.of("http://127.0.0.1/cb", "http://[::1]:1234/cb", "http://localhost:3000/cb");

        assertThat(RedirectUri.matches(registered, "http://127.0.0.1:50123/cb")).isTrue();
        assertThat(RedirectUri.matches(registered, "http://127.0.0.1/cb")).isTrue();
        assertThat(RedirectUri.matches(registered, "http://[::1]:4321/cb")).isTrue();
        assertThat(RedirectUri.matches(registered, "http://localhost:3000/cb")).isTrue();
        assertThat(RedirectUri.matches(registered, "http://localhost:3001/cb")).isFalse();
        assertThat(RedirectUri.matches(registered, "http://127.0.0.1:50123/other"))
                .isFalse();
        assertThat(RedirectUri.matches(registered, "http://127.0.0.1:50123.evil.example/cb"))
                .isFalse();
        assertThat(RedirectUri.matches(registered, "http://127.0.0.1:1@evil.example/cb"))
                .isFalse();
    }
}
