package org.ectsuite.auth.factor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.secrets.SealedColumn;

/** Where the secrets that authenticators share with us are kept. */
@ApplicationScoped
class SealedAuthenticators implements SealedColumn {

    @Override
    public String table() {
        return "totp";
    }

    @Override
    public String column() {
        return "secret_sealed";
    }

    @Override
    public String key() {
        return "account_id";
    }

    @Override
    public String context(String key) {
        return Factors.context(UUID.fromString(key));
    }
}
