package org.ectsuite.auth.registration;

import org.jspecify.annotations.Nullable;

/**
 * What the page behind an invitation shows.
 *
 * @param email who is invited
 * @param inviter who asked, by callsign or name; null if unknown
 */
record Invited(String email, @Nullable String inviter) {}
