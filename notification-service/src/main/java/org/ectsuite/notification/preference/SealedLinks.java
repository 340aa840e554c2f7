package org.ectsuite.notification.preference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.secrets.SealedColumn;

/** Where the tokens of the ways out are kept. */
@ApplicationScoped
class SealedLinks implements SealedColumn {

    @Override
    public String table() {
        return "unsubscribe_link";
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
        return UnsubscribeLink.context(UUID.fromString(key));
    }
}
