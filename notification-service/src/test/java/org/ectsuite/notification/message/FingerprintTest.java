package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void is_the_same_for_the_same_parts() {
        assertThat(new Fingerprint().add("kind").add("a").hex())
                .isEqualTo(new Fingerprint().add("kind").add("a").hex())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void tells_parts_that_read_the_same_in_a_row_apart() {
        assertThat(new Fingerprint().add("ab").add("c").hex())
                .isNotEqualTo(new Fingerprint().add("a").add("bc").hex());
    }

    @Test
    void tells_nothing_from_an_empty_text() {
        assertThat(new Fingerprint().add((Object) null).hex())
                .isNotEqualTo(new Fingerprint().add("").hex());
    }

    @Test
    void sees_a_changed_byte() {
        byte[] file = "callsign,name".getBytes(StandardCharsets.UTF_8);
        byte[] changed = "callsign,namf".getBytes(StandardCharsets.UTF_8);
        assertThat(new Fingerprint().add(file).hex())
                .isNotEqualTo(new Fingerprint().add(changed).hex());
    }
}
