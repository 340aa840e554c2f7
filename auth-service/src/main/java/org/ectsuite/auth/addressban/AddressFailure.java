package org.ectsuite.auth.addressban;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of the table of failures that still count. */
@Entity
@Table(name = "address_failure")
class AddressFailure {

    @Id
    UUID id;

    @Column(nullable = false, length = 50)
    String network;

    @Column(nullable = false, length = 50)
    String reason;

    @Column(nullable = false)
    Instant at;
}
