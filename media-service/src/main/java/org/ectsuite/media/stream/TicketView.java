package org.ectsuite.media.stream;

import java.time.Instant;

/**
 * A ticket.
 *
 * @param url where the file can be fetched without a token, relative to the origin; to be kept as secret as a token
 * @param expiresAt from when on it opens nothing
 */
public record TicketView(String url, Instant expiresAt) {}
