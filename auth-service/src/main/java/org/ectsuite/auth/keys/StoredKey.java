package org.ectsuite.auth.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of signing keys. */
@Entity
@Table(name = "signing_key")
class StoredKey {

    @Id
    @Column(length = 43)
    String kid;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    KeyState state;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 5)
    SigningAlgorithm algorithm;

    /** The public part as a JSON Web Key. */
    @Column(name = "public_jwk", nullable = false, length = 1000)
    String publicJwk;

    /** The private part as PKCS #8, sealed; null once it is erased. */
    @Column(name = "private_sealed")
    byte @Nullable [] privateSealed;

    @Column(name = "published_at", nullable = false)
    Instant publishedAt;

    @Column(name = "active_at")
    @Nullable Instant activeAt;

    @Column(name = "retiring_at")
    @Nullable Instant retiringAt;

    @Column(name = "gone_at")
    @Nullable Instant goneAt;

    /** Whether it is to sign as soon as everybody can know it. */
    @Column(nullable = false)
    boolean hurried;

    /** Whether nothing that it ever signed counts. */
    @Column(nullable = false)
    boolean revoked;

    RotationPolicy.Key forPolicy() {
        Instant since = switch (state) {
            case NEXT -> publishedAt;
            case ACTIVE -> activeAt;
            case RETIRING -> retiringAt;
            case GONE -> goneAt;
        };
        return new RotationPolicy.Key(kid, state, since == null ? publishedAt : since, hurried);
    }
}
