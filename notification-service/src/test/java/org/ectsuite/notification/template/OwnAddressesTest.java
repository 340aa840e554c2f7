package org.ectsuite.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressesTest {

    private final OwnAddresses own = new OwnAddresses(URI.create("https://ect.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ect.example/",
                "https://ect.example/nets/0195",
                "https://ect.example/auth/sign-in/link?t=abc-_1"
            })
    void knows_the_suites_own_addresses(String address) {
        assertThat(own.contain(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ect.example/",
                "https://ect.example.evil.example/",
                "https://evil.example/ect.example",
                "https://ect.example@evil.example/",
                "https://user@ect.example/",
                "https://ect.example:8443/",
                "//ect.example/",
                "/nets/1",
                "javascript:alert(1)",
                "https:ect.example/",
                "https://ect.example",
                "https://ect.example\\@evil.example/",
                "https://ect.example/\"onclick=",
                "https://ect.example/ x",
                "https://ect.example/\u202Egpj",
                "https://ECT.example/"
            })
    void refuses_every_other_address(String address) {
        assertThat(own.contain(address)).isFalse();
    }
}
