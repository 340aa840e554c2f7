package org.ectsuite.auth.session;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** One kind of what people show beside the control of a mailbox; beans of this type say who has it. */
public interface FactorKind {

    /** Whether the account has one that makes sure of its owner. */
    Uni<Boolean> heldBy(UUID accountId);

    /** Takes all of this kind from an account; gives whether there were any. */
    Uni<Boolean> takeFrom(UUID accountId);
}
