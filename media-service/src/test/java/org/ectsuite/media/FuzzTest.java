package org.ectsuite.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.ectsuite.testsupport.EndpointFuzz;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FuzzTest {

    @Test
    void nothing_breaks_it_and_it_keeps_its_inside_to_itself() {
        // When
        int sent = EndpointFuzz.of("/media/q/openapi")
                .as("somebody", () -> TestTokens.user("somebody").roles("USER").sign())
                .as(
                        "an administrator",
                        () -> TestTokens.user("admin").roles("ADMIN").sign())
                .verify(20);

        // Then
        assertThat(sent).isGreaterThan(500);
    }
}
