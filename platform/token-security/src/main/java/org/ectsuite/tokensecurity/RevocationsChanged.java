package org.ectsuite.tokensecurity;

/**
 * Fired after the revocation list changed, so that whoever holds something open for a caller (a socket, a stream) asks
 * {@link RevocationList#revoked} again. Observers run on an event loop and must not block.
 *
 * @param entries how many entries the list has now
 */
public record RevocationsChanged(int entries) {}
