package org.ectsuite.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedTimeTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-03-14T18:05:09Z,       2026-03-14T18:05:09Z",
                "2026-03-14T18:05:09+01:00,  2026-03-14T17:05:09Z",
                "2026-03-14T18:05:09-0500,   2026-03-14T23:05:09Z",
                "2026-03-14 18:05:09.123,    2026-03-14T18:05:09Z",
                "2026:03:14 18:05:09,        2026-03-14T18:05:09Z",
                "2026-03-14,                 2026-03-14T00:00:00Z",
                "2026,                       -",
                "2026-03,                    -",
                "2026-02-30,                 -",
                "0001-01-01,                 -",
                "9999-12-31,                 -",
                "2026-03-14T25:00:00,        -",
                "2026-03-14T18:00:00+99:00,  -",
                "yesterday,                  -",
            })
    void reads_a_tag(String text, Instant time) {
        assertThat(RecordedTime.parse(text, ZoneOffset.UTC)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "D:20260314180509Z,          2026-03-14T18:05:09Z",
                "D:20260314180509+01'00',    2026-03-14T17:05:09Z",
                "D:20260314180509-05'30,     2026-03-14T23:35:09Z",
                "20260314,                   2026-03-13T23:00:00Z",
                "D:2026,                     -",
                "D:20261314,                 -",
            })
    void reads_a_pdf_date(String text, Instant time) {
        assertThat(RecordedTime.parsePdf(text, ZoneId.of("Europe/Vienna"))).isEqualTo(time);
    }
}
