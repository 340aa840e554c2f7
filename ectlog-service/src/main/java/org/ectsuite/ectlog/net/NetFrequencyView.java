package org.ectsuite.ectlog.net;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.frequency.Channel;
import org.ectsuite.ectlog.frequency.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Where a net meets: a copy of an entry of the library as it was when the net chose it.
 *
 * @param id of the entry
 * @param frequency MHz in normal form
 * @param mode how stations transmit
 * @param network the linking network
 * @param talkgroup talkgroup, reflector or room
 * @param description what people should know about it
 * @param band derived from the frequency
 */
@Schema(name = "NetFrequency")
public record NetFrequencyView(
        UUID id,
        @Nullable String frequency,
        Mode mode,
        @Nullable String network,
        @Nullable String talkgroup,
        @Nullable String description,
        @Nullable String band) {

    static NetFrequencyView of(UUID id, Channel channel) {
        return new NetFrequencyView(
                id,
                channel.frequency(),
                channel.mode(),
                channel.network(),
                channel.talkgroup(),
                channel.description(),
                channel.band());
    }

    /** The entry in a few words. */
    public String label() {
        return new Channel(frequency, mode, network, talkgroup, description).label();
    }
}
