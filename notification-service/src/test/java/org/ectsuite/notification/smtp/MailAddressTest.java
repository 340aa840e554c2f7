package org.ectsuite.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"dl1abc@example.org", "first.last+net@mail.example.co.uk", "root@localhost", "o'neil@example.org"
            })
    void reads_plain_addresses(String text) {
        assertThat(MailAddress.parse(text)).contains(new MailAddress("", text));
    }

    @Test
    void reads_a_name_before_the_address() {
        assertThat(MailAddress.parse("ECT Suite <no-reply@ect.example>"))
                .contains(new MailAddress("ECT Suite", "no-reply@ect.example"));
        assertThat(MailAddress.parse("\"ECT Suite\" <no-reply@ect.example>"))
                .contains(new MailAddress("ECT Suite", "no-reply@ect.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "nobody",
                "a@",
                "@b.example",
                "a b@example.org",
                "a@b@example.org",
                ".a@example.org",
                "a..b@example.org",
                "a@example.org\r\nBcc: x@example.org",
                "a@-example.org",
                "a@example-.org",
                "\"quoted local\"@example.org",
                "a@[127.0.0.1]",
                "müller@example.org",
                "a@exämple.org",
                "a@example.org, b@example.org",
                "<a@example.org",
                "12345678901234567890123456789012345678901234567890123456789012345@example.org"
            })
    void refuses_what_is_no_plain_address(String text) {
        assertThat(MailAddress.parse(text)).isEmpty();
    }

    @Test
    void knows_its_domain() {
        assertThat(new MailAddress("", "no-reply@ect.example").domain()).isEqualTo("ect.example");
    }
}
