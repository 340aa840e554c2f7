package org.ectsuite.auth.revocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which tokens must be refused although their signature and time are good. */
@Schema(name = "Revocations")
record RevocationView(List<Entry> entries) {

    /** The entity tag of this state: equal lists, equal tags, in every replica. */
    String tag() {
        return HexFormat.of().formatHex(DigestUtils.sha256(entries.toString()), 0, 16);
    }

    /**
     * A token is refused if its claim or header {@code kind} is {@code value} and it was issued before {@code issuedBefore}.
     *
     * @param kind {@code sid}, {@code sub}, {@code jti}, or {@code kid} for the key that signed the token
     * @param issuedBefore absent: whenever it was issued
     * @param until from then on the entry has no meaning: all such tokens are dead
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Revocation")
    record Entry(String kind, String value, @Nullable Instant issuedBefore, Instant until) {}
}
