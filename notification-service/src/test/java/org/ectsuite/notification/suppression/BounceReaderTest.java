package org.ectsuite.notification.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BounceReaderTest {

    private static final String ID = "0195a1b2-0000-7000-8000-00000000abcd";

    @Test
    void reads_a_failure_and_which_mail_it_is_about() {
        // When
        Optional<BounceReport> report =
                BounceReader.read(Reports.failure(ID, "failed", "5.1.1", "550 5.1.1 <gone@example.org>: User unknown"));

        // Then
        assertThat(report)
                .contains(new BounceReport(
                        BounceKind.HARD,
                        List.of(UUID.fromString(ID)),
                        "5.1.1",
                        "smtp; 550 5.1.1 <gone@example.org>: User unknown"));
    }

    @Test
    void knows_the_mail_by_its_return_path_too() {
        assertThat(BounceReader.read(Reports.failureToReturnPath(ID)))
                .contains(new BounceReport(BounceKind.HARD, List.of(UUID.fromString(ID)), "5.1.1", null));
    }

    @Test
    void reads_a_complaint() {
        assertThat(BounceReader.read(Reports.complaint(ID)))
                .contains(new BounceReport(BounceKind.COMPLAINT, List.of(UUID.fromString(ID)), null, null));
    }

    @Test
    void joins_folded_lines_and_keeps_a_long_text_short() {
        // When
        BounceReport report = BounceReader.read(
                        Reports.failure(ID, "failed", "5.2.2", "452 4.2.2 full\n    " + "and fuller ".repeat(100)))
                .orElseThrow();

        // Then
        assertThat(report.kind()).isEqualTo(BounceKind.SOFT);
        assertThat(report.diagnostic())
                .startsWith("smtp; 452 4.2.2 full and fuller")
                .hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void takes_a_delay_for_no_failure() {
        assertThat(BounceReader.read(Reports.failure(ID, "delayed", "4.4.1", "timeout")))
                .isEmpty();
    }

    @Test
    void takes_an_answer_of_a_person_for_no_failure() {
        assertThat(BounceReader.read(Reports.vacation(ID))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "no header", "Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n--x"})
    void takes_what_is_no_report_for_none(String text) {
        assertThat(BounceReader.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void takes_a_report_on_a_mail_of_others_for_none() {
        assertThat(BounceReader.read(Reports.failure("some.other.id", "failed", "5.1.1", "unknown")))
                .isEmpty();
    }
}
