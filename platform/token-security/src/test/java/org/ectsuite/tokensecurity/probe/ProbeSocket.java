package org.ectsuite.tokensecurity.probe;

import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketSecurity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;

/** A socket as services have them: secured at the upgrade, and able to take a fresh token. */
@WebSocket(path = "/live")
@RolesAllowed(Roles.USER)
public class ProbeSocket {
    private final CurrentCaller caller;
    private final WebSocketSecurity security;

    ProbeSocket(CurrentCaller caller, WebSocketSecurity security) {
        this.caller = caller;
        this.security = security;
    }

    @OnOpen
    Uni<String> open() {
        return Uni.createFrom().item(() -> "welcome " + caller.get().callsign());
    }

    @OnTextMessage
    Uni<String> message(String text) {
        if (text.equals("who")) {
            return Uni.createFrom().item(() -> "you are " + caller.get().callsign());
        }
        return Uni.createFrom()
                .completionStage(() -> security.updateSecurityIdentity(text))
                .map(identity -> "accepted")
                .onFailure()
                .recoverWithItem(failure -> "refused");
    }
}
