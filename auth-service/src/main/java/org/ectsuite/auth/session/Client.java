package org.ectsuite.auth.session;

/**
 * The browser that asks, as far as it can be told.
 *
 * @param address canonical text
 * @param userAgent at most 200 printable characters
 */
public record Client(String address, String userAgent) {}
