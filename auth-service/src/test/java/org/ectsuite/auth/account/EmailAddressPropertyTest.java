package org.ectsuite.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever strangers type into the field for the mail address. */
class EmailAddressPropertyTest {

    @Provide
    static Arbitrary<String> typings() {
        Arbitrary<String> pieces = Arbitraries.of(
                "ann",
                "Ann.Berger",
                "o'brien+net",
                "@",
                "@",
                ".",
                "..",
                "-",
                "example.org",
                "EXAMPLE.ORG",
                "xn--",
                "b\u00fccher",
                "\u4f8b\u3048",
                "\u3002",
                "\u00df",
                "1.2.3.4",
                "[127.0.0.1]",
                "\"",
                "\\",
                "<",
                ">",
                ",",
                ";",
                "\r\n",
                "\u0000",
                "%0a",
                " ",
                "a".repeat(64),
                "b.".repeat(130));
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(8)
                .map(all -> String.join("", all));
    }

    @Provide
    static Arbitrary<String> good() {
        Arbitrary<String> label = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(20);
        Arbitrary<String> top =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(2).ofMaxLength(10);
        return Combinators.combine(label, label, top).as((local, name, end) -> local + "@" + name + "." + end);
    }

    @Property
    void what_is_taken_can_stand_in_a_header_of_a_mail_and_reads_the_same_again(@ForAll("typings") String typed) {
        EmailAddress.parse(typed).ifPresent(address -> {
            assertThat(address.text()).matches("[\\x21-\\x7E]+@[a-z0-9.-]+").hasSizeLessThanOrEqualTo(254);
            assertThat(address.text())
                    .doesNotContainAnyWhitespaces()
                    .doesNotContain("<", ">", ",", ";", "\"", "\\", "..");
            assertThat(address.text().chars().filter(c -> c == '@').count()).isEqualTo(1);
            assertThat(EmailAddress.parse(address.text())).contains(address);
            assertThat(EmailAddress.parse(" " + address.text() + "\t")).contains(address);
        });
    }

    @Property
    void addresses_that_differ_in_case_alone_are_one_account(@ForAll("good") String typed) {
        EmailAddress address = EmailAddress.parse(typed).orElseThrow();

        assertThat(EmailAddress.parse(typed.toUpperCase(Locale.ROOT))
                        .orElseThrow()
                        .key())
                .isEqualTo(address.key());
        assertThat(EmailAddress.parse(typed.toLowerCase(Locale.ROOT))
                        .orElseThrow()
                        .key())
                .isEqualTo(address.key());
    }

    @Property
    void a_tag_makes_no_other_mailbox(@ForAll("good") String typed, @ForAll("good") String tag) {
        String tagged = typed.replaceFirst("@", "+" + tag.substring(0, tag.indexOf('@')) + "@");

        assertThat(EmailAddress.parse(tagged).orElseThrow().mailboxKey())
                .isEqualTo(EmailAddress.parse(typed).orElseThrow().mailboxKey());
    }

    @Property
    void anything_may_be_typed(@ForAll String typed) {
        EmailAddress.parse(typed)
                .ifPresent(address -> assertThat(address.text()).contains("@"));
    }
}
