package org.ectsuite.ectlog.text;

import java.time.ZoneId;
import java.util.Optional;

/** Time zones by their names in the IANA database. */
public final class Zones {

    /** No name of the database is longer. */
    public static final int MAX_LENGTH = 64;

    private Zones() {}

    /** The zone of a name; empty for anything else, offsets such as {@code +02:00} included. */
    public static Optional<ZoneId> find(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }
}
