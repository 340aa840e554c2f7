package org.ectsuite.ectlog.net;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.ectsuite.ectlog.frequency.Channel;
import org.ectsuite.ectlog.frequency.Mode;
import org.ectsuite.ectlog.frequency.ModeColumn;
import org.jspecify.annotations.Nullable;

/** A net's copy of an entry of the frequency library. */
@Entity
@Table(name = "net_frequency")
@IdClass(NetFrequency.Key.class)
class NetFrequency {

    /** Net and entry. */
    record Key(UUID netId, UUID frequencyId) {}

    @Id
    @Column(name = "net_id")
    private UUID netId;

    @Id
    @Column(name = "frequency_id")
    private UUID frequencyId;

    @Column(nullable = false)
    private int position;

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

    /** For Hibernate. */
    NetFrequency() {}

    NetFrequency(UUID netId, UUID frequencyId, int position, Channel channel) {
        this.netId = netId;
        this.frequencyId = frequencyId;
        this.position = position;
        this.frequency = channel.frequency();
        this.mode = channel.mode();
        this.network = channel.network();
        this.talkgroup = channel.talkgroup();
        this.description = channel.description();
    }

    UUID netId() {
        return netId;
    }

    UUID frequencyId() {
        return frequencyId;
    }

    void moveTo(int next) {
        this.position = next;
    }

    NetFrequencyView view() {
        return NetFrequencyView.of(frequencyId, new Channel(frequency, mode, network, talkgroup, description));
    }
}
