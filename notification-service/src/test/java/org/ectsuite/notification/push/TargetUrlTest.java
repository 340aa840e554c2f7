package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.org/a/b?c=d, https://hooks.example.org, /a/b?c=d",
        "HTTPS://Hooks.Example.ORG, https://hooks.example.org, /",
        "https://hooks.example.org:8443/x, https://hooks.example.org:8443, /x",
        "https://203.0.113.7/x, https://203.0.113.7, /x",
        "https://[2001:db8::7]:444/, https://[2001:db8::7]:444, /",
        "https://xn--bcher-kva.example/, https://xn--bcher-kva.example, /"
    })
    void reads_an_address_of_the_web(String text, String origin, String resource) {
        // When
        TargetUrl url = TargetUrl.parse(text, false);

        // Then
        assertThat(url.origin()).isEqualTo(origin);
        assertThat(url.resource()).isEqualTo(resource);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "file:///etc/passwd",
                "gopher://hooks.example.org/",
                "ftp://hooks.example.org/",
                "jar:https://hooks.example.org!/x",
                "//hooks.example.org/",
                "hooks.example.org",
                "",
                "https://",
                "https:///x",
                "https://user:password@hooks.example.org/",
                "https://hooks.example.org/#part",
                "https://hooks.example.org:0/",
                "https://hooks.example.org:65536/",
                "https://bücher.example/",
                "https://hooks .example/",
                "https://hooks.example.org\r\nHost: x/",
                // One address in many forms, which different programs read differently.
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://127.1/",
                "https://0177.0.0.1/",
                "https://127.0.0.01/",
                "https://[::ffff:127.0.0.1]/",
                "https://[0:0:0:0:0:ffff:7f00:1]/",
                "https://[::1%25eth0]/"
            })
    void refuses_what_is_none(String text) {
        assertThatThrownBy(() -> TargetUrl.parse(text, false)).isInstanceOf(UrlRefusedException.class);
    }

    @Test
    void allows_http_only_where_the_operator_does() {
        assertThat(TargetUrl.parse("http://ntfy.example.org", true).origin()).isEqualTo("http://ntfy.example.org");
    }

    @Test
    void refuses_an_address_that_is_too_long() {
        assertThatThrownBy(() -> TargetUrl.parse("https://hooks.example.org/" + "x".repeat(2000), false))
                .isInstanceOf(UrlRefusedException.class)
                .hasMessage("must have at most 2000 characters");
    }

    @Test
    void keeps_path_and_query_out_of_logs() {
        assertThat(TargetUrl.parse("https://hooks.example.org/s3cr3t?key=s3cr3t", false))
                .hasToString("https://hooks.example.org");
    }
}
