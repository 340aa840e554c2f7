package org.ectsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void no_two_programs_share_a_port() {
        assertThat(new Ports(0).all()).hasSize(5 + 2 * Service.values().length);
    }

    @Test
    void all_ports_move_together() {
        assertThat(new Ports(100).all().keySet())
                .containsExactlyElementsOf(new Ports(0)
                        .all().keySet().stream().map(port -> port + 100).toList());
    }

    @Test
    void refuses_an_offset_beyond_the_last_port() {
        assertThatThrownBy(() -> new Ports(60_000))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--port-offset");
    }
}
