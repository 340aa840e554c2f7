package org.ectsuite.auth.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.auth.account.AccountStatus;
import org.ectsuite.auth.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a review looks at.
 *
 * @param lastSeenAt when its owner last signed in or renewed a session; absent: never
 * @param sessions in how many browsers its owner is signed in
 * @param apiKeys how many API keys are good
 * @param identities at which providers its owner is somebody who opens it, one entry for each: {@code github}, {@code google}
 * @param passkeys how many its owner has
 * @param secondFactor whether signing in wants more than the mailbox
 */
@Schema(name = "ReviewedAccount")
record ReviewedAccount(
        UUID id,
        String email,
        String name,
        @Nullable String callsign,
        Role role,
        AccountStatus status,
        @Nullable Instant lastSeenAt,
        Instant createdAt,
        long sessions,
        long apiKeys,
        List<String> identities,
        long passkeys,
        boolean secondFactor) {}
