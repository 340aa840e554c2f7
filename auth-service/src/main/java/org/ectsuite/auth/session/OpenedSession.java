package org.ectsuite.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.ectsuite.auth.opaque.OpaqueToken;

/**
 * A sign-in that has just begun.
 *
 * @param refresh for the browser's cookie
 * @param browser for the cookie that the authorization endpoint reads
 * @param idleUntil until when the refresh token is of use
 * @param expiresAt until when the session lasts at most
 */
public record OpenedSession(UUID id, OpaqueToken refresh, OpaqueToken browser, Instant idleUntil, Instant expiresAt) {}
