package org.ectsuite.ectlog.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.ectlog.checkin.StationStatus;
import org.ectsuite.ectlog.journal.JournalEvent;
import org.ectsuite.ectlog.net.NetStatus;
import org.ectsuite.ectlog.net.RoleKind;

/** Reads the turns of a net out of its journal. */
final class Turns {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Turns() {}

    static List<Turn> of(List<JournalEvent> events) {
        return events.stream().flatMap(event -> of(event).stream()).toList();
    }

    private static Optional<Turn> of(JournalEvent event) {
        return switch (event.type()) {
            case NET_STATUS_CHANGED -> {
                JsonNode after = payload(event).path("after");
                yield Optional.of(new Turn.NetTurn(
                        event.at(),
                        event.actor(),
                        NetStatus.valueOf(after.path("status").asText())));
            }
            case CHECK_IN_CHANGED -> {
                JsonNode payload = payload(event);
                String status = payload.path("after").path("status").asText();
                yield status.equals(payload.path("before").path("status").asText())
                        ? Optional.empty()
                        : Optional.of(new Turn.StationTurn(
                                event.at(),
                                event.actor(),
                                UUID.fromString(payload.path("after").path("id").asText()),
                                StationStatus.valueOf(status)));
            }
            case ROLE_GRANTED, ROLE_REVOKED -> {
                JsonNode payload = payload(event);
                boolean was = control(payload.path("before"));
                boolean is = control(payload.path("after"));
                JsonNode who = payload.path(is ? "after" : "before");
                yield was == is
                        ? Optional.empty()
                        : Optional.of(new Turn.ControlTurn(event.at(), event.actor(), name(who), is));
            }
            // Check-ins and chat are told from their own rows, so that a correction is a correction.
            case NET_CREATED, NET_UPDATED, CHECK_IN_ADDED, CHECK_IN_DELETED, CHECK_IN_RESTORED, CHAT_POSTED ->
                Optional.empty();
        };
    }

    private static boolean control(JsonNode role) {
        return RoleKind.NCS.name().equals(role.path("role").asText());
    }

    private static String name(JsonNode role) {
        String callsign = role.path("callsign").asText("");
        return callsign.isEmpty() || role.path("callsign").isNull()
                ? role.path("name").asText()
                : callsign;
    }

    private static JsonNode payload(JournalEvent event) {
        try {
            return MAPPER.readTree(event.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The journal holds JSON", e);
        }
    }
}
