package org.ectsuite.ectlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.ectsuite.testsupport.EndpointWalk;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndpointWalkTest {

    @Test
    void nothing_is_open() {
        // When
        int operations = EndpointWalk.of("/ectlog/q/openapi").verify();

        // Then
        assertThat(operations).isGreaterThanOrEqualTo(34);
    }
}
