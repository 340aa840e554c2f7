package org.ectsuite.webedge.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

    @Test
    void writes_what_spreadsheets_read() {
        String table = CsvText.head(List.of("name", "note"))
                + CsvText.rows(List.of(Arrays.asList("José", null), List.of("a,b", "says \"hello\"\nand goes")));

        assertThat(table).isEqualTo("\uFEFFname,note\r\nJosé,\r\n\"a,b\",\"says \"\"hello\"\"\nand goes\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 7641",
                "-2",
                "@SUM(A1)",
                "  =HYPERLINK(\"http://evil.example\")",
                "\uFF1D1+1",
                "\uFF0B1",
                "\tx",
                "\r=1",
                "\n=1"
            })
    void leads_a_formula_with_an_apostrophe(String text) {
        assertThat(CsvText.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DL1ABC", "a=b", "2026-01-31T20:15:00Z", "ann@example.org", " "})
    void leaves_other_texts_as_they_are(String text) {
        assertThat(CsvText.harmless(text)).isEqualTo(text);
    }
}
