package org.ectsuite.media.scan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A file or folder that could not be read. */
@Entity
@Table(name = "scan_error")
class ScanError {

    @Id
    UUID id;

    UUID scanId;

    @Column(columnDefinition = "text")
    String path;

    String message;

    protected ScanError() {}

    ScanError(UUID id, UUID scanId, String path, String message) {
        this.id = id;
        this.scanId = scanId;
        this.path = path;
        this.message = message;
    }
}
