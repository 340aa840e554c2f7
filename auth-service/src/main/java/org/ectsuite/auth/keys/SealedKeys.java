package org.ectsuite.auth.keys;

import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.secrets.SealedColumn;

/** Where the private parts of the signing keys are kept. */
@ApplicationScoped
class SealedKeys implements SealedColumn {

    @Override
    public String table() {
        return "signing_key";
    }

    @Override
    public String column() {
        return "private_sealed";
    }

    @Override
    public String key() {
        return "kid";
    }

    @Override
    public String context(String key) {
        return KeyStore.context(key);
    }
}
