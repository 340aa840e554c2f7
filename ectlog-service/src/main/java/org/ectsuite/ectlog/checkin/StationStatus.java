package org.ectsuite.ectlog.checkin;

/** What a station that checked in is doing. */
public enum StationStatus {
    CHECKED_IN,
    HAS_TRAFFIC,
    LISTENING,
    RELAY,
    AWAY,
    ANNOUNCEMENTS,
    MOBILE,
    /** Gone; only then can the same callsign check in again. */
    CHECKED_OUT
}
