package org.ectsuite.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @Test
    void leaves_plain_ascii_as_it_is() {
        assertThat(HeaderText.unstructured("Subject", "Sign in to ECT Suite")).isEqualTo("Sign in to ECT Suite");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Übung Oberrhein",
                "Net log: 📻 Übung in Straßburg – über alle Bezirke, mit sehr langem Namen und noch einem 🛰️ dazu",
                "日本語のネット、とても長い名前のためのテストです。もう少し長くします。",
                "=?UTF-8?B?QmNjOiBldmlsQGV4YW1wbGUuY29t?=",
                "A plain name that is so long that it must be folded because lines of more than seventy-six columns are bad style"
            })
    void survives_the_way_through_a_mail_program(String text) throws UnsupportedEncodingException {
        // When
        String header = HeaderText.unstructured("Subject", text);

        // Then: another implementation reads the same text
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(header))).isEqualTo(text);
        assertThat(("Subject: " + header).split("\r\n", -1))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
        assertThat(header.replace("\r\n ", "")).matches("[ -~]*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Net\r\nBcc: evil@example.com",
                "Net\nBcc: evil@example.com",
                "Net\rBcc: evil@example.com",
                "Net\u2028Bcc: evil@example.com",
                "Net\u0000\u0085Bcc: evil@example.com"
            })
    void lets_no_text_end_a_header(String text) {
        assertThat(HeaderText.unstructured("Subject", text)).isEqualTo("Net Bcc: evil@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anneliese",
                "Jörg Müller",
                "\"Hiram\" Maxim",
                "Evil <bcc@example.com>",
                "a, b@example.com",
                "back\\slash",
                "Ein ungewöhnlich langer Anzeigename, der in mehrere kodierte Wörter zerlegt werden muss"
            })
    void keeps_a_display_name_a_name(String name) throws Exception {
        // When
        String header = HeaderText.address("To", name, "dl1abc@example.org");

        // Then: another implementation reads one address, and this name
        InternetAddress[] read = InternetAddress.parse(MimeUtility.unfold(header), true);
        assertThat(read).hasSize(1);
        assertThat(read[0].getAddress()).isEqualTo("dl1abc@example.org");
        assertThat(read[0].getPersonal()).isEqualTo(name);
    }

    @Test
    void lets_no_display_name_end_the_header() throws Exception {
        // When
        String header = HeaderText.address("To", "Evil\r\nBcc: victim@example.com", "dl1abc@example.org");

        // Then
        assertThat(header).isEqualTo("\"Evil Bcc: victim@example.com\" <dl1abc@example.org>");
    }

    @Test
    void writes_an_address_without_a_name_in_brackets() {
        assertThat(HeaderText.address("To", " ", "dl1abc@example.org")).isEqualTo("<dl1abc@example.org>");
    }
}
