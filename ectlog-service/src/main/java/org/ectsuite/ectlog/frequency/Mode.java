package org.ectsuite.ectlog.frequency;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** How a station transmits; a closed list, so that logs of different nets can be compared. */
public enum Mode {
    FM("FM"),
    AM("AM"),
    SSB("SSB"),
    USB("USB"),
    LSB("LSB"),
    CW("CW"),
    DIGITAL("DIGITAL"),
    DMR("DMR"),
    @JsonProperty("D-STAR")
    D_STAR("D-STAR"),
    FUSION("FUSION"),
    YSF("YSF"),
    P25("P25"),
    GMRS("GMRS");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** The mode as operators write it. */
    public String label() {
        return label;
    }

    /** The mode of a label. */
    static Mode of(String label) {
        return Arrays.stream(values())
                .filter(mode -> mode.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No mode is called " + label));
    }
}
