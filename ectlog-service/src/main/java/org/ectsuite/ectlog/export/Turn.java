package org.ectsuite.ectlog.export;

import java.time.Instant;
import java.util.UUID;
import org.ectsuite.ectlog.checkin.StationStatus;
import org.ectsuite.ectlog.net.NetStatus;
import org.ectsuite.ectlog.operator.Operator;

/** Something in the course of a net that a communications log tells, beside check-ins and chat. */
public sealed interface Turn {

    /** When it happened. */
    Instant at();

    /** Who did it. */
    Operator by();

    /**
     * The net went from one state to another.
     *
     * @param at when
     * @param by who did it
     * @param status the state after it
     */
    record NetTurn(Instant at, Operator by, NetStatus status) implements Turn {}

    /**
     * A station did something else than before.
     *
     * @param at when
     * @param by who logged it
     * @param checkIn the row
     * @param status what it does now
     */
    record StationTurn(Instant at, Operator by, UUID checkIn, StationStatus status) implements Turn {}

    /**
     * Net control was given to somebody, or taken away.
     *
     * @param at when
     * @param by who did it
     * @param who the callsign or name of the net control station
     * @param on whether it was given
     */
    record ControlTurn(Instant at, Operator by, String who, boolean on) implements Turn {}
}
