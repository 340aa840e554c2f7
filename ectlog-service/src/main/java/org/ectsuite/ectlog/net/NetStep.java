package org.ectsuite.ectlog.net;

/** What moves a net from one state to the next. */
public enum NetStep {
    SCHEDULE,
    OPEN_LOBBY,
    START,
    CLOSE,
    CANCEL,
    ARCHIVE,
    UNARCHIVE
}
