package org.ectsuite.webedge.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"018f4c1e-9a4b-7cc0-8a44-1f2e3d4c5b6a", "trace.1_2-3", "abcdefgh"})
    void a_well_formed_id_is_kept(String sent) {
        // When
        String id = RequestIds.accept(sent);

        // Then
        assertThat(id).isEqualTo(sent);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "short",
                "-startswithhyphen",
                "has space in it",
                "line\nbreak-and-more",
                "<script>alert(1)</script>",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void any_other_is_replaced(@Nullable String sent) {
        // When
        String id = RequestIds.accept(sent);

        // Then
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
    }

    @Test
    void new_ids_differ() {
        // When
        String first = RequestIds.fresh();

        // Then
        assertThat(first).isNotEqualTo(RequestIds.fresh());
    }

    @Test
    void a_program_name_is_short_and_printable() {
        // When
        String agent = RequestFilter.userAgent("curl/8\u001b[2J" + "x".repeat(500));

        // Then
        assertThat(agent).startsWith("curl/8?[2Jx").hasSize(200);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   "})
    void a_program_without_a_name_is_a_dash(@Nullable String sent) {
        // When
        String agent = RequestFilter.userAgent(sent);

        // Then
        assertThat(agent).isEqualTo("-");
    }
}
