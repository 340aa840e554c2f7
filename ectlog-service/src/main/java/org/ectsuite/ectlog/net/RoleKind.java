package org.ectsuite.ectlog.net;

/** What somebody is in one net; says nothing about any other. */
public enum RoleKind {
    /** Net control station: leads the net and manages it. */
    NCS,
    /** Keeps the log. */
    LOGGER,
    /** Logs the stations that only the relay hears. */
    RELAY
}
