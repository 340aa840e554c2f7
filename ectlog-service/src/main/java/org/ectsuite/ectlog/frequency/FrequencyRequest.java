package org.ectsuite.ectlog.frequency;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.text.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * All fields of an entry of the library; a frequency or a network must be there.
 *
 * @param frequency MHz with up to six decimals
 * @param mode how stations transmit
 * @param network the linking network
 * @param talkgroup talkgroup, reflector or room
 * @param description what people should know about it
 */
@Schema(name = "FrequencyRequest")
record FrequencyRequest(
        @Size(max = 13) @Pattern(regexp = Megahertz.INPUT, message = "must be a frequency in MHz with up to six decimals") @Nullable String frequency,

        @NotNull Mode mode,

        @Size(max = 100) @Pattern(regexp = TextRules.FILLED_LINE, message = TextRules.FILLED_LINE_MESSAGE) @Nullable String network,

        @Size(max = 50) @Pattern(regexp = TextRules.FILLED_LINE, message = TextRules.FILLED_LINE_MESSAGE) @Nullable String talkgroup,

        @Size(max = 500) @Pattern(regexp = TextRules.LINES, message = TextRules.LINES_MESSAGE) @Nullable String description) {

    /** What it asks for, in normal form. */
    Channel channel() {
        return new Channel(
                frequency == null ? null : Megahertz.normal(frequency), mode, network, talkgroup, description);
    }
}
