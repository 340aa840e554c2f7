package org.ectsuite.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.secrets.SealedColumn;

/** Where the successor of a refresh token is kept while it may be asked for again; its context names the successor. */
@ApplicationScoped
class SealedSuccessors implements SealedColumn {

    @Override
    public String table() {
        return "refresh_token";
    }

    @Override
    public String column() {
        return "successor_sealed";
    }

    @Override
    public String key() {
        return "successor_id";
    }

    @Override
    public String context(String key) {
        return RefreshTokens.context(UUID.fromString(key));
    }
}
