package org.ectsuite.ectlog.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMessageTest {

    @Test
    void reads_a_ping() {
        assertThat(ClientMessage.parse("{\"type\":\"ping\"}")).contains(new ClientMessage.Ping());
    }

    @Test
    void reads_a_token() {
        assertThat(ClientMessage.parse("{\"type\":\"token\",\"token\":\"a.b.c\"}"))
                .contains(new ClientMessage.Token("a.b.c"));
    }

    @Test
    void shows_no_token_in_a_log() {
        assertThat(new ClientMessage.Token("a.b.c").toString()).doesNotContain("a.b.c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ping",
                "[]",
                "null",
                "1",
                "\"ping\"",
                "{}",
                "{\"type\":null}",
                "{\"type\":\"ping\",\"token\":\"x\"}",
                "{\"type\":\"token\"}",
                "{\"type\":\"token\",\"token\":null}",
                "{\"type\":\"token\",\"token\":{}}",
                "{\"type\":\"ping\",\"type\":\"ping\"}",
                "{\"type\":\"ping\"}{}",
                "{\"type\":\"ping\"",
                "{\"type\":\"event\"}"
            })
    void reads_nothing_else(String text) {
        assertThat(ClientMessage.parse(text)).isEmpty();
    }

    @Test
    void survives_deep_nesting() {
        assertThat(ClientMessage.parse("[".repeat(16_000))).isEmpty();
    }
}
