package org.ectsuite.auth.passkey;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.auth.account.OwnDataPart;

/**
 * Passkeys, among what people can take with them. When an account goes into another they stay behind: the device knows
 * the person by the id of the account that is no more.
 */
@ApplicationScoped
class PasskeyData implements OwnDataPart {

    private final Passkeys passkeys;

    PasskeyData(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public String name() {
        return "passkeys";
    }

    @Override
    public Uni<OwnPasskeys> of(UUID accountId) {
        return passkeys.list(accountId);
    }
}
