package org.ectsuite.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ann@example.org,             ann@example.org",
        "'  ann@example.org ',        ann@example.org",
        "Ann.Lee@Example.ORG,         Ann.Lee@example.org",
        "ann+net@example.org,         ann+net@example.org",
        "o'hara@example.org,          o'hara@example.org",
        "ann@bücher.example,          ann@xn--bcher-kva.example",
        "ann@localhost,               ann@localhost",
        "w1aw/p@arrl.example,         w1aw/p@arrl.example",
    })
    void reads_what_mail_can_be_sent_to(String typed, String expected) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::text).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@example.org",
                "ann@",
                "ann@@example.org",
                "ann lee@example.org",
                "ann@example..org",
                ".ann@example.org",
                "ann.@example.org",
                "an..n@example.org",
                "ann@-example.org",
                "ann@example.org\nBcc: eve@example.org",
                "ann\r\n@example.org",
                "ann@example.org,eve@example.org",
                "ann@[127.0.0.1]",
                "ann@127.0.0.1",
                "\"ann lee\"@example.org",
                "аnn@example.org",
                "Ann <ann@example.org>",
                "ann@exam_ple.org",
                "ann\u0000@example.org"
            })
    void refuses_what_it_cannot_send_to_or_what_smuggles_more(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void takes_the_longest_local_part_and_refuses_one_more() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
    }

    @Test
    void takes_254_characters_and_refuses_255() {
        String domain = (("b".repeat(61) + ".").repeat(3) + "c".repeat(3));

        assertThat(EmailAddress.parse("a".repeat(64) + "@" + domain)).isPresent();
        assertThat(EmailAddress.parse("a".repeat(64) + "@" + domain + "c")).isEmpty();
    }

    @Test
    void addresses_that_differ_in_case_are_one_account() {
        assertThat(new EmailAddress("Ann@example.org").key()).isEqualTo(new EmailAddress("aNN@example.org").key());
    }

    @Test
    void a_tag_makes_another_account_but_not_another_mailbox() {
        EmailAddress plain = new EmailAddress("ann@example.org");
        EmailAddress tagged = new EmailAddress("Ann+1@example.org");

        assertThat(tagged.key()).isNotEqualTo(plain.key());
        assertThat(tagged.mailboxKey()).isEqualTo(plain.mailboxKey());
    }

    @Test
    void a_plus_at_the_start_is_no_tag() {
        assertThat(new EmailAddress("+ann@example.org").mailboxKey()).isEqualTo("+ann@example.org");
    }

    @Test
    void cannot_be_made_from_something_unread() {
        assertThatThrownBy(() -> new EmailAddress("Ann@EXAMPLE.org")).isInstanceOf(IllegalArgumentException.class);
    }
}
