package org.ectsuite.auth.apikey;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.auth.account.OwnDataPart;

/** API keys, without their secrets, among what people can take with them. */
@ApplicationScoped
class ApiKeyData implements OwnDataPart {

    private final ApiKeyService keys;

    ApiKeyData(ApiKeyService keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "apiKeys";
    }

    @Override
    public Uni<OwnApiKeys> of(UUID accountId) {
        return keys.list(accountId);
    }
}
