package org.ectsuite.notification.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.secrets.SealedColumn;

/** Where addresses, tokens and secrets of push targets are kept. */
@ApplicationScoped
class SealedTargets implements SealedColumn {

    @Override
    public String table() {
        return "push_target";
    }

    @Override
    public String column() {
        return "sealed";
    }

    @Override
    public String key() {
        return "id";
    }

    @Override
    public String context(String key) {
        return PushTarget.context(UUID.fromString(key));
    }
}
