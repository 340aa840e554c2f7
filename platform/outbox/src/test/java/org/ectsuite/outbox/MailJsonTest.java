package org.ectsuite.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailJsonTest {

    private static final Instant EXPIRES = Instant.parse("2026-01-31T20:15:00Z");

    private final MailJson json = new MailJson(new ObjectMapper());

    private OutboxMail throughTheTable(OutboxMail mail) {
        return json.restored(mail.kind(), json.stored(mail), mail.expiresAt());
    }

    @Test
    void gives_back_what_was_stored() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", "Süd");
        data.put("rows", Arrays.asList(1, 2.5, null, true));
        data.put("nothing", null);
        OutboxMail toPerson = new OutboxMail("net-log", new Recipient.Person(UUID.randomUUID()), data, EXPIRES);
        OutboxMail toAddress =
                new OutboxMail("net-log", new Recipient.Address("ann@example.org", null, null, "UTC"), data, null);

        assertThat(throughTheTable(toPerson)).isEqualTo(toPerson);
        assertThat(throughTheTable(toAddress)).isEqualTo(toAddress);
    }

    @Test
    void gives_ids_back_as_text() {
        UUID net = UUID.randomUUID();
        OutboxMail mail = new OutboxMail("net-log", new Recipient.Person(net), Map.of("netId", net), null);

        assertThat(throughTheTable(mail).data()).containsExactly(Map.entry("netId", net.toString()));
    }

    @Test
    void leaves_out_of_the_message_what_is_absent() {
        OutboxMail mail =
                new OutboxMail("greeting", new Recipient.Address("ann@example.org", null, null, null), Map.of(), null);

        byte[] message = json.message(mail, new ComposedMail(Map.of(), List.of()));

        assertThat(new String(message, StandardCharsets.UTF_8))
                .isEqualTo("{\"kind\":\"greeting\",\"recipient\":{\"address\":\"ann@example.org\"},\"data\":{}}");
    }

    @Test
    void a_failure_quotes_nothing_of_the_content() {
        byte[] broken = "{\"data\": hunter2".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> json.restored("greeting", broken, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"code\":7}", "{\"code\":\"line\\nbreak\"}"})
    void finds_no_code_where_there_is_none(String body) {
        assertThat(json.problemCode(bytes(body))).isNull();
    }

    @Test
    void finds_the_code_of_a_problem() {
        assertThat(json.problemCode(bytes("{\"code\":\"too-large\",\"status\":413}")))
                .isEqualTo("too-large");
        assertThat(json.problemCode(null)).isNull();
    }

    private static byte @Nullable [] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
