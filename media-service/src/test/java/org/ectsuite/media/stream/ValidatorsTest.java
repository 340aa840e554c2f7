package org.ectsuite.media.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.media.stream.Validators.Outcome.NOT_MODIFIED;
import static org.ectsuite.media.stream.Validators.Outcome.PRECONDITION_FAILED;
import static org.ectsuite.media.stream.Validators.Outcome.PROCEED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorsTest {

    private static final byte[] FINGERPRINT = new byte[32];
    /** 2026-03-14T18:00:00.5Z */
    private static final long NANOS = 1_773_511_200_500_000_000L;

    private final Validators file = Validators.of(FINGERPRINT, 1_000, NANOS);

    @Test
    void has_a_strong_tag_that_differs_with_content_size_and_time() {
        // Given
        byte[] other = FINGERPRINT.clone();
        other[0] = 1;

        // Then
        assertThat(file.entityTag()).matches("\"[A-Za-z0-9_-]{24}\"");
        assertThat(file.entityTag())
                .isEqualTo(Validators.of(FINGERPRINT, 1_000, NANOS).entityTag())
                .isNotEqualTo(Validators.of(other, 1_000, NANOS).entityTag())
                .isNotEqualTo(Validators.of(FINGERPRINT, 1_001, NANOS).entityTag())
                .isNotEqualTo(Validators.of(FINGERPRINT, 1_000, NANOS + 1).entityTag());
    }

    @Test
    void states_its_time_as_http_does() {
        assertThat(file.lastModifiedHeader()).isEqualTo("Sat, 14 Mar 2026 18:00:00 GMT");
    }

    @Test
    void is_not_modified_for_who_has_it() {
        String tag = file.entityTag();
        assertThat(file.evaluate(null, null, tag, null)).isEqualTo(NOT_MODIFIED);
        assertThat(file.evaluate(null, null, "W/" + tag, null)).isEqualTo(NOT_MODIFIED);
        assertThat(file.evaluate(null, null, "\"a, b\" , W/\"c\", " + tag, null))
                .isEqualTo(NOT_MODIFIED);
        assertThat(file.evaluate(null, null, "*", null)).isEqualTo(NOT_MODIFIED);
        assertThat(file.evaluate(null, null, "\"other\"", null)).isEqualTo(PROCEED);
        assertThat(file.evaluate(null, null, "nonsense", null)).isEqualTo(PROCEED);
        assertThat(file.evaluate(null, null, "", null)).isEqualTo(PROCEED);
    }

    @ParameterizedTest
    @CsvSource({
        "'Sat, 14 Mar 2026 18:00:00 GMT', NOT_MODIFIED",
        "'Sat, 14 Mar 2026 18:00:01 GMT', NOT_MODIFIED",
        "'Sat, 14 Mar 2026 17:59:59 GMT', PROCEED",
        "'yesterday',                     PROCEED",
    })
    void compares_times_where_there_is_no_tag(String since, Validators.Outcome outcome) {
        assertThat(file.evaluate(null, null, null, since)).isEqualTo(outcome);
    }

    @Test
    void believes_the_tag_and_not_the_time_where_both_are_given() {
        assertThat(file.evaluate(null, null, "\"other\"", "Sat, 14 Mar 2026 18:00:00 GMT"))
                .isEqualTo(PROCEED);
    }

    @Test
    void fails_where_the_client_wants_another_state() {
        assertThat(file.evaluate("\"other\"", null, null, null)).isEqualTo(PRECONDITION_FAILED);
        assertThat(file.evaluate("W/" + file.entityTag(), null, null, null)).isEqualTo(PRECONDITION_FAILED);
        assertThat(file.evaluate(file.entityTag(), null, null, null)).isEqualTo(PROCEED);
        assertThat(file.evaluate("*", null, null, null)).isEqualTo(PROCEED);
        assertThat(file.evaluate(null, "Sat, 14 Mar 2026 17:00:00 GMT", null, null))
                .isEqualTo(PRECONDITION_FAILED);
        assertThat(file.evaluate(null, "Sat, 14 Mar 2026 18:00:00 GMT", null, null))
                .isEqualTo(PROCEED);
    }

    @Test
    void serves_a_range_only_of_the_very_same_file() {
        assertThat(file.permitsRange(null)).isTrue();
        assertThat(file.permitsRange(file.entityTag())).isTrue();
        assertThat(file.permitsRange("W/" + file.entityTag())).isFalse();
        assertThat(file.permitsRange("\"other\"")).isFalse();
        assertThat(file.permitsRange("Sat, 14 Mar 2026 18:00:00 GMT")).isTrue();
        assertThat(file.permitsRange("Sat, 14 Mar 2026 18:00:01 GMT")).isFalse();
        assertThat(file.permitsRange("nonsense")).isFalse();
    }
}
