package org.ectsuite.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.ectsuite.testsupport.EndpointWalk;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndpointsAreClosedTest {

    @Test
    void opens_no_endpoint_without_a_token_or_ticket() {
        // When
        int walked = EndpointWalk.of("/media/q/openapi").verify();

        // Then
        assertThat(walked).isGreaterThanOrEqualTo(10);
    }
}
