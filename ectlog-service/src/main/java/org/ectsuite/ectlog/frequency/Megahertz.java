package org.ectsuite.ectlog.frequency;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A frequency in MHz as text, in the one form in which two equal frequencies have equal texts. */
final class Megahertz {

    /** One hertz to just below one terahertz. */
    static final String INPUT = "[0-9]{1,6}(?:\\.[0-9]{1,6})?";

    private Megahertz() {}

    /** The normal form: no leading zeros, at least three decimals, no further trailing zeros ({@code 146.52} is {@code 146.520}). */
    static String normal(String mhz) {
        BigDecimal value = new BigDecimal(mhz).stripTrailingZeros();
        return value.setScale(Math.max(3, value.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
