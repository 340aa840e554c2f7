package org.ectsuite.auth.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A row of the table of what people have agreed to. */
@Entity
@Table(name = "consent")
class ConsentRow {

    @Id
    UUID id;

    @Column(name = "account_id", nullable = false)
    UUID accountId;

    @Column(name = "client_id", nullable = false)
    UUID clientId;

    /** Separated by blanks. */
    @Column(nullable = false, length = 500)
    String scopes;

    @Column(name = "given_at", nullable = false)
    Instant givenAt;

    List<String> list() {
        return scopes.isEmpty() ? List.of() : Arrays.asList(scopes.split(" ", -1));
    }
}
