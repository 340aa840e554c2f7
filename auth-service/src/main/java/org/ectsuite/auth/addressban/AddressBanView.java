package org.ectsuite.auth.addressban;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A ban as administrators see it.
 *
 * @param network an IPv4 address, or the /64 network of an IPv6 address
 * @param reasons what failed, each once, in the words of the security log
 * @param failures how many failures led to it
 * @param until when it ends, or ended, by itself
 * @param liftedAt when somebody ended it early
 * @param inForce whether it holds now
 */
@Schema(name = "AddressBan")
record AddressBanView(
        UUID id,
        String network,
        List<String> reasons,
        int failures,
        Instant createdAt,
        Instant until,
        @Nullable Instant liftedAt,
        boolean inForce) {

    static AddressBanView of(AddressBan ban, Instant now) {
        return new AddressBanView(
                ban.id,
                ban.network,
                List.of(ban.reasons.split(" ", -1)),
                ban.failures,
                ban.createdAt,
                ban.until,
                ban.liftedAt,
                ban.inForce(now));
    }
}
