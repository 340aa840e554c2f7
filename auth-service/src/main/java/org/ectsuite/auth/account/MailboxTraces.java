package org.ectsuite.auth.account;

import io.smallrye.mutiny.Uni;

/** A feature that keeps mail addresses of people beside their accounts: told when one is to be forgotten. */
public interface MailboxTraces {

    /** Forgets an address, in the transaction of whoever asks. */
    Uni<Void> forget(EmailAddress email);
}
