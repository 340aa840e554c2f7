package org.ectsuite.ectlog.frequency;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a net meets: a frequency, or a talkgroup of a network, or both.
 *
 * @param frequency MHz in normal form ({@code 146.520}), or null
 * @param mode how stations transmit
 * @param network the linking network (Brandmeister, IRLP), or null
 * @param talkgroup talkgroup, reflector or room within the network, or null
 * @param description what people should know about it, or null
 */
public record Channel(
        @Nullable String frequency,
        Mode mode,
        @Nullable String network,
        @Nullable String talkgroup,
        @Nullable String description) {

    /** The band that holds the frequency; null without a frequency or outside the bands. */
    public @Nullable String band() {
        return frequency == null ? null : Band.of(new BigDecimal(frequency)).orElse(null);
    }

    /** The channel in a few words: {@code 146.520 MHz FM}, {@code Brandmeister TG 91 DMR}. */
    public String label() {
        StringBuilder label = new StringBuilder();
        if (frequency != null) {
            label.append(frequency).append(" MHz ");
        }
        if (network != null) {
            label.append(network).append(' ');
        }
        if (talkgroup != null) {
            label.append("TG ").append(talkgroup).append(' ');
        }
        return label.append(mode.label()).toString();
    }
}
