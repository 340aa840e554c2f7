package org.ectsuite.ectlog.net;

/**
 * Figures of a net's log.
 *
 * @param stations different callsigns
 * @param live rows that are not checked out
 * @param rechecks rows of stations that had been there before
 */
public record NetCounts(long stations, long live, long rechecks) {

    static final NetCounts NONE = new NetCounts(0, 0, 0);
}
