package org.ectsuite.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.ectsuite.auth.opaque.OpaqueToken;

/**
 * A sign-in that has just begun.
 *
 * @param refresh for the browser's cookie
 * @param idleUntil until when the cookie is of use
 */
public record OpenedSession(UUID id, OpaqueToken refresh, Instant idleUntil) {}
