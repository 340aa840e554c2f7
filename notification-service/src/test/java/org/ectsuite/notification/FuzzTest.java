package org.ectsuite.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.ectsuite.testsupport.EndpointFuzz;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FuzzTest {

    @Test
    void nothing_breaks_it_and_it_keeps_its_inside_to_itself() {
        // When
        int sent = EndpointFuzz.of("/notification/q/openapi")
                .as(
                        "somebody",
                        () -> TestTokens.user(UUID.randomUUID()).roles("USER").sign())
                .as(
                        "an administrator",
                        () -> TestTokens.user(UUID.randomUUID()).roles("ADMIN").sign())
                .as(
                        "a service",
                        () -> TestTokens.service("ectlog-service")
                                .scopes("notifications:send", "bounces:report")
                                .sign())
                .verify(8);

        // Then
        assertThat(sent).isGreaterThan(1_000);
    }
}
