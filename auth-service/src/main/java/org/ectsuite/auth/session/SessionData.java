package org.ectsuite.auth.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.auth.account.OwnDataPart;

/** Sign-ins, among what people can take with them. */
@ApplicationScoped
class SessionData implements OwnDataPart {

    private final Sessions sessions;

    SessionData(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Uni<OwnSessions> of(UUID accountId) {
        return sessions.list(accountId, accountId).map(OwnSessions::new);
    }
}
