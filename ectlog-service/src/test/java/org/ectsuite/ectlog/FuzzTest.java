package org.ectsuite.ectlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.ectsuite.testsupport.EndpointFuzz;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FuzzTest {

    @Test
    void nothing_breaks_it_and_it_keeps_its_inside_to_itself() {
        // Given
        TestTokens ncs = Api.ncs();
        String net = Api.net(ncs);
        String checkIn = Api.checkIn(ncs, net, Api.callsign()).jsonPath().getString("id");

        // When
        int sent = EndpointFuzz.of("/ectlog/q/openapi")
                .as("somebody", () -> Api.user().sign())
                .as("the net's control", ncs::sign)
                .as("an administrator", () -> Api.person("ADMIN").sign())
                .ids(net, checkIn)
                .verify(8);

        // Then
        assertThat(sent).isGreaterThan(1_000);
    }
}
