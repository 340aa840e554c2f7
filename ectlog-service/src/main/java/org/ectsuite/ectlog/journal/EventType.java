package org.ectsuite.ectlog.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can happen in a net. */
@Schema(
        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
        enumeration = {
            "net.created",
            "net.updated",
            "net.status-changed",
            "role.granted",
            "role.revoked",
            "check-in.added",
            "check-in.changed",
            "check-in.deleted",
            "check-in.restored",
            "chat.posted"
        })
public enum EventType {
    NET_CREATED("net.created"),
    NET_UPDATED("net.updated"),
    NET_STATUS_CHANGED("net.status-changed"),
    ROLE_GRANTED("role.granted"),
    ROLE_REVOKED("role.revoked"),
    CHECK_IN_ADDED("check-in.added"),
    CHECK_IN_CHANGED("check-in.changed"),
    CHECK_IN_DELETED("check-in.deleted"),
    CHECK_IN_RESTORED("check-in.restored"),
    CHAT_POSTED("chat.posted");

    private final String wire;

    EventType(String wire) {
        this.wire = wire;
    }

    /** The type as it stands in the journal and on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** The type of a wire name. */
    @JsonCreator
    public static EventType of(String wire) {
        return Arrays.stream(values())
                .filter(type -> type.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No event is called " + wire));
    }
}
