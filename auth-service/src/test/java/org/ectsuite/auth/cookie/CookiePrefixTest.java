package org.ectsuite.auth.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookiePrefixTest {

    @ParameterizedTest
    @CsvSource({
        "__Secure-ect_refresh=a, ect_refresh=a",
        "__Secure-ect_refresh=a; __Secure-ect_form=b, ect_refresh=a; ect_form=b",
        "__Secure-ect_refresh=a=b, ect_refresh=a=b",
        "theme=dark; __Secure-ect_refresh=a, theme=dark; ect_refresh=a",
        "__Secure-other=a, __Secure-other=a",
    })
    void our_cookies_are_read_by_their_plain_names(String header, String expected) {
        assertThat(CookiePrefix.received(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ect_refresh=planted, ''",
        "ect_refresh=planted; __Secure-ect_refresh=a, ect_refresh=a",
        "__Secure-ect_refresh=a;ect_refresh=planted;, ect_refresh=a",
        "__secure-ect_refresh=planted, __secure-ect_refresh=planted",
    })
    void a_cookie_that_could_have_been_planted_without_tls_is_not_seen(String header, String expected) {
        assertThat(CookiePrefix.received(header)).isEqualTo(expected);
    }

    @Test
    void what_is_sent_bears_the_prefix() {
        assertThat(CookiePrefix.sent("ect_refresh=a; Path=/auth; Secure"))
                .isEqualTo("__Secure-ect_refresh=a; Path=/auth; Secure");
        assertThat(CookiePrefix.sent("other=a")).isEqualTo("other=a");
    }
}
