package org.ectsuite.ectlog.frequency;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Amateur bands by their edges in MHz, named as ADIF 3.1 names them, and the channels of GMRS.
 *
 * <p>The edges are the widest of the three IARU regions: the band names where a frequency lies, not who may use it.
 */
final class Band {

    private record Edges(String name, BigDecimal low, BigDecimal high) {

        static Edges of(String name, String low, String high) {
            return new Edges(name, new BigDecimal(low), new BigDecimal(high));
        }

        boolean hold(BigDecimal mhz) {
            return low.compareTo(mhz) <= 0 && mhz.compareTo(high) <= 0;
        }
    }

    private static final List<Edges> BANDS = List.of(
            Edges.of("2190m", "0.1357", "0.1378"),
            Edges.of("630m", "0.472", "0.479"),
            Edges.of("160m", "1.8", "2.0"),
            Edges.of("80m", "3.5", "4.0"),
            Edges.of("60m", "5.06", "5.45"),
            Edges.of("40m", "7.0", "7.3"),
            Edges.of("30m", "10.1", "10.15"),
            Edges.of("20m", "14.0", "14.35"),
            Edges.of("17m", "18.068", "18.168"),
            Edges.of("15m", "21.0", "21.45"),
            Edges.of("12m", "24.89", "24.99"),
            Edges.of("10m", "28.0", "29.7"),
            Edges.of("8m", "40.0", "45.0"),
            Edges.of("6m", "50.0", "54.0"),
            Edges.of("4m", "70.0", "71.0"),
            Edges.of("2m", "144.0", "148.0"),
            Edges.of("1.25m", "222.0", "225.0"),
            Edges.of("70cm", "420.0", "450.0"),
            Edges.of("GMRS", "462.55", "462.725"),
            Edges.of("GMRS", "467.55", "467.725"),
            Edges.of("33cm", "902.0", "928.0"),
            Edges.of("23cm", "1240.0", "1300.0"),
            Edges.of("13cm", "2300.0", "2450.0"),
            Edges.of("9cm", "3300.0", "3500.0"),
            Edges.of("6cm", "5650.0", "5925.0"),
            Edges.of("3cm", "10000.0", "10500.0"),
            Edges.of("1.25cm", "24000.0", "24250.0"));

    private Band() {}

    /** The name of the band that holds a frequency in MHz; empty outside all of them. */
    static Optional<String> of(BigDecimal mhz) {
        return BANDS.stream().filter(edges -> edges.hold(mhz)).map(Edges::name).findFirst();
    }
}
