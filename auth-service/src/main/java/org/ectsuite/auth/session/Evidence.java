package org.ectsuite.auth.session;

import java.time.Instant;
import java.util.UUID;

/**
 * What the owner of a session has shown of himself in it.
 *
 * @param shownAt when, by the strongest means
 * @param factorDue whether he has a second factor or a passkey that he has not shown
 */
public record Evidence(UUID accountId, Instant shownAt, boolean factorDue) {}
