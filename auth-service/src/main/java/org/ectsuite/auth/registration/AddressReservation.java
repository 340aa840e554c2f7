package org.ectsuite.auth.registration;

import io.smallrye.mutiny.Uni;
import org.ectsuite.auth.account.EmailAddress;

/** Keeps addresses free of new accounts. */
public interface AddressReservation {

    /** Whether nobody may make an account with this address for now; asked in the transaction that would make it. */
    Uni<Boolean> reserved(EmailAddress email);
}
