package org.ectsuite.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ectsuite.outbox.Verdict.Delivered;
import org.ectsuite.outbox.Verdict.Parked;
import org.ectsuite.outbox.Verdict.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void accepted_is_delivered(int status) {
        assertThat(Verdict.of(status, null, null)).isEqualTo(new Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 406, 410, 413, 415, 422})
    void a_refused_message_is_parked(int status) {
        assertThat(Verdict.of(status, "validation-failed", "5"))
                .isEqualTo(new Parked("HTTP " + status + " validation-failed"));
    }

    @Test
    void a_key_that_was_used_with_another_body_means_an_earlier_attempt_was_accepted() {
        assertThat(Verdict.of(422, "idempotency-key-reused", null)).isEqualTo(new Delivered());
        assertThat(Verdict.of(400, "idempotency-key-reused", null)).isInstanceOf(Parked.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404, 405, 408, 409, 425, 429, 500, 502, 503, 504})
    void trouble_on_the_way_is_tried_again(int status) {
        assertThat(Verdict.of(status, null, null)).isEqualTo(new Retry("HTTP " + status, null));
    }

    @Test
    void believes_a_wait_that_is_asked_for_up_to_an_hour() {
        assertThat(Verdict.of(429, null, "17")).isEqualTo(new Retry("HTTP 429", Duration.ofSeconds(17)));
        assertThat(Verdict.of(503, null, "999999")).isEqualTo(new Retry("HTTP 503", Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999", "Sun, 06 Nov 1994 08:49:37 GMT"})
    void ignores_a_wait_it_cannot_read(String retryAfter) {
        assertThat(Verdict.of(503, null, retryAfter)).isEqualTo(new Retry("HTTP 503", null));
    }
}
