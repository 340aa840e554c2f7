package org.ectsuite.media.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedRangeTest {

    private static final long SIZE = 1_000;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,       0,   1",
        "bytes=0-499,     0,   500",
        "bytes=500-,      500, 500",
        "bytes=999-999,   999, 1",
        "bytes=-1,        999, 1",
        "bytes=-500,      500, 500",
        "bytes=-1000,     0,   1000",
        "bytes=-5000,     0,   1000",
        "bytes=0-9999,    0,   1000",
        "bytes=990-99999999999999999999999, 990, 10",
        "Bytes = 10 - 19, 10,  10",
        "bytes=00000000000000000000007-8, 7, 2",
    })
    void serves_one_range_clamped_to_the_file(String header, long offset, long length) {
        assertThat(RequestedRange.of(header, SIZE)).isEqualTo(new RequestedRange.Part(offset, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=99999999999999999999-", "bytes=-0"})
    void finds_a_range_behind_the_end_unsatisfiable(String header) {
        assertThat(RequestedRange.of(header, SIZE)).isInstanceOf(RequestedRange.Unsatisfiable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "bytes=",
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "bytes 0-1",
                "lines=0-1",
                "bytes=0-1-2",
                "bytes=--1",
                "",
                "bytes=0x0-1"
            })
    void serves_all_for_several_ranges_and_for_what_it_does_not_understand(String header) {
        assertThat(RequestedRange.of(header, SIZE)).isInstanceOf(RequestedRange.Whole.class);
    }

    @Test
    void serves_all_when_nothing_is_asked_for() {
        assertThat(RequestedRange.of(null, SIZE)).isInstanceOf(RequestedRange.Whole.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=0-0", "bytes=-1"})
    void has_no_range_of_an_empty_file(String header) {
        assertThat(RequestedRange.of(header, 0)).isInstanceOf(RequestedRange.Unsatisfiable.class);
    }

    @Test
    void says_which_part_it_is() {
        assertThat(new RequestedRange.Part(500, 500).contentRange(SIZE)).isEqualTo("bytes 500-999/1000");
    }
}
