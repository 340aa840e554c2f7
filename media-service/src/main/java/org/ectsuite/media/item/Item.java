package org.ectsuite.media.item;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.ectsuite.media.metadata.MediaKind;
import org.jspecify.annotations.Nullable;

/** A catalogued file. */
@Entity
@Table(name = "item")
class Item {

    @Id
    UUID id;

    UUID libraryId;

    @Column(columnDefinition = "text")
    String path;

    @Column(columnDefinition = "text")
    String folder;

    @Column(columnDefinition = "text")
    String fileName;

    long size;
    long modifiedNanos;
    byte[] fingerprint;

    @Enumerated(EnumType.STRING)
    MediaKind kind;

    String contentType;
    String title;

    @Nullable String artist;

    @Nullable String album;

    @Nullable String description;

    @Nullable Instant recordedAt;

    @Nullable Long durationMs;

    @Nullable Integer pages;

    @Nullable Integer width;

    @Nullable Integer height;

    @Nullable Integer orientation;

    @Nullable Double latitude;

    @Nullable Double longitude;

    @Column(columnDefinition = "text")
    String callsigns;

    @Column(columnDefinition = "text")
    String origins;

    boolean hasThumbnail;

    @Nullable String fault;

    int readerVersion;

    @Enumerated(EnumType.STRING)
    ItemStatus status;

    @Nullable Instant missingSince;

    Instant addedAt;
    Instant sortAt;

    @Column(columnDefinition = "text")
    String searchText;

    protected Item() {}
}
