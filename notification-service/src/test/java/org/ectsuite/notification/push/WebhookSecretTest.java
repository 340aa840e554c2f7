package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    /** The example that the libraries of the Standard Webhooks specification test themselves with. */
    @Test
    void signs_as_the_libraries_of_receivers_expect() {
        // When
        String signature = WebhookSecret.sign(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void makes_secrets_of_256_bits_of_which_no_two_are_alike() {
        // When
        String one = WebhookSecret.random(new SecureRandom());
        String other = WebhookSecret.random(new SecureRandom());

        // Then
        assertThat(Base64.getDecoder().decode(one.substring("whsec_".length()))).hasSize(32);
        assertThat(one).isNotEqualTo(other);
    }
}
