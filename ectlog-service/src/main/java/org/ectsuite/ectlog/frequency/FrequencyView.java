package org.ectsuite.ectlog.frequency;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the library as clients see it.
 *
 * @param id of the entry
 * @param version for If-Match
 * @param frequency MHz in normal form ({@code 146.520})
 * @param mode how stations transmit
 * @param network the linking network
 * @param talkgroup talkgroup, reflector or room
 * @param description what people should know about it
 * @param band derived from the frequency, as ADIF names it ({@code 2m})
 */
@Schema(name = "Frequency")
public record FrequencyView(
        UUID id,
        long version,
        @Nullable String frequency,
        Mode mode,
        @Nullable String network,
        @Nullable String talkgroup,
        @Nullable String description,
        @Nullable String band) {

    static FrequencyView of(UUID id, long version, Channel channel) {
        return new FrequencyView(
                id,
                version,
                channel.frequency(),
                channel.mode(),
                channel.network(),
                channel.talkgroup(),
                channel.description(),
                channel.band());
    }

    /** Where a net on this entry meets. */
    public Channel channel() {
        return new Channel(frequency, mode, network, talkgroup, description);
    }
}
