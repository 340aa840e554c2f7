package org.ectsuite.tokensecurity;

/**
 * A failed authentication, as a CDI event beside each line of the {@link SecurityLog}.
 *
 * @param address the client's address behind trusted proxies, or {@code unknown}
 * @param reason the fixed word of the line, as {@code wrong-code}
 * @param honest whether honest clients run into it in daily use
 */
public record AuthenticationFailure(String address, String reason, boolean honest) {}
