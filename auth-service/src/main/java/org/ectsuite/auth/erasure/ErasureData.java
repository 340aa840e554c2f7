package org.ectsuite.auth.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.auth.account.OwnDataPart;

/** A wish to be forgotten, among what people can take with them. */
@ApplicationScoped
class ErasureData implements OwnDataPart {

    private final Erasures erasures;

    ErasureData(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return "erasure";
    }

    @Override
    public Uni<ErasureView> of(UUID accountId) {
        return erasures.view(accountId);
    }
}
