package org.ectsuite.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.ectsuite.testsupport.EndpointWalk;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndpointsAreClosedTest {

    @Test
    void opens_no_endpoint_without_a_token() {
        // When
        int walked = EndpointWalk.of("/notification/q/openapi")
                .open("GET /notification/templates/{kind}/page")
                // The signature is the proof.
                .open("POST /notification/bounces/hooks/{provider}")
                // The token in the path is the proof.
                .open(
                        "GET /notification/unsubscribe/{token}",
                        "POST /notification/unsubscribe/{token}",
                        "POST /notification/unsubscribe/{token}/undo")
                .verify();

        // Then
        assertThat(walked).isGreaterThanOrEqualTo(5);
    }
}
