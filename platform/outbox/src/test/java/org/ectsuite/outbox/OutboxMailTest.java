package org.ectsuite.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxMailTest {

    private static final Recipient ANN = new Recipient.Address("ann@example.org", "Ann", null, null);

    @ParameterizedTest
    @ValueSource(strings = {"", "Net-Log", "net log", "-net", "7net"})
    void refuses_what_is_no_kind(String kind) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OutboxMail(kind, ANN, Map.of(), null));
    }

    @Test
    void refuses_a_blank_address() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Recipient.Address(" ", null, null, null));
    }

    @Test
    void does_not_follow_later_changes_of_its_data() {
        Map<String, Object> data = new HashMap<>(Map.of("a", 1));
        OutboxMail mail = new OutboxMail("net-log", ANN, data, null);

        data.put("b", 2);

        assertThat(mail.data()).containsExactly(Map.entry("a", 1));
    }

    @Test
    void shows_no_content_in_a_log() {
        OutboxMail mail = new OutboxMail("net-log", ANN, Map.of("code", "hunter2"), null);

        assertThat(mail).hasToString("OutboxMail[net-log]");
        assertThat(ANN).hasToString("Address[…]");
        assertThat(new ComposedMail(Map.of("code", "hunter2"), List.of())).hasToString("ComposedMail[0 attachments]");
    }
}
