package org.ectsuite.auth.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A signing key, as administrators see it.
 *
 * @param publishedAt since when everybody can know it
 * @param activeAt since when it signs, or signed
 * @param retiringAt since when it signs no more
 * @param goneAt since when it is neither published nor usable
 * @param revoked whether nothing that it ever signed counts
 * @param changesAt when it will come into its next state by itself
 */
@Schema(name = "SigningKey")
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyView(
        String kid,
        SigningAlgorithm algorithm,
        KeyState state,
        Instant publishedAt,
        @Nullable Instant activeAt,
        @Nullable Instant retiringAt,
        @Nullable Instant goneAt,
        boolean revoked,
        @Nullable Instant changesAt) {

    static KeyView of(StoredKey key, @Nullable Instant changesAt) {
        return new KeyView(
                key.kid,
                key.algorithm,
                key.state,
                key.publishedAt,
                key.activeAt,
                key.retiringAt,
                key.goneAt,
                key.revoked,
                changesAt);
    }

    /** All of them: a year adds two dozen. */
    @Schema(name = "SigningKeys")
    record All(List<KeyView> items) {}
}
