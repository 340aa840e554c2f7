package org.ectsuite.ectlog.frequency;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the library. */
@Entity
@Table(name = "frequency")
class Frequency {

    @Id
    private UUID id;

    @Column(nullable = false)
    private long version;

    @Column(length = 16)
    private @Nullable String frequency;

    @Convert(converter = ModeColumn.class)
    @Column(nullable = false, length = 16)
    private Mode mode;

    @Column(length = 100)
    private @Nullable String network;

    @Column(length = 50)
    private @Nullable String talkgroup;

    @Column(length = 500)
    private @Nullable String description;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** For Hibernate. */
    Frequency() {}

    Frequency(UUID id, Channel channel, Instant now) {
        this.id = id;
        this.createdAt = now;
        this.mode = channel.mode();
        change(channel);
    }

    /** Takes all fields over and counts the version up. */
    final void change(Channel channel) {
        this.version++;
        this.frequency = channel.frequency();
        this.mode = channel.mode();
        this.network = channel.network();
        this.talkgroup = channel.talkgroup();
        this.description = channel.description();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    FrequencyView view() {
        return FrequencyView.of(id, version, new Channel(frequency, mode, network, talkgroup, description));
    }
}
