package org.ectsuite.auth.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts to list; null means any.
 *
 * @param text is part of the address, the name or a callsign, whatever the case
 * @param before the list continues below this id
 * @param limit at most so many
 */
public record AccountFilter(
        @Nullable String text,
        @Nullable Role role,
        @Nullable AccountStatus status,
        @Nullable UUID before,
        int limit) {}
