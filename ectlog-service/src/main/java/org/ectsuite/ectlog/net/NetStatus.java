package org.ectsuite.ectlog.net;

/** Where a net stands in its life; {@link NetLifecycle} knows the ways between. */
public enum NetStatus {
    /** Being prepared; the only state in which a net can be deleted. */
    DRAFT,
    /** Announced for a time. */
    SCHEDULED,
    /** Stations gather: check-ins and chat are open, the net has not begun. */
    LOBBY,
    /** On the air. */
    ACTIVE,
    /** Over; the log stands as it is. */
    CLOSED,
    /** Over and put away. */
    ARCHIVED,
    /** Was announced and does not take place. */
    CANCELLED;

    /** Whether people count on the net to begin. */
    public boolean announced() {
        return this == SCHEDULED || this == LOBBY;
    }

    /** Whether check-ins and chat are open. */
    public boolean open() {
        return switch (this) {
            case LOBBY, ACTIVE -> true;
            case DRAFT, SCHEDULED, CLOSED, ARCHIVED, CANCELLED -> false;
        };
    }

    /** Whether name, frequencies and the like may still change. */
    boolean editable() {
        return switch (this) {
            case DRAFT, SCHEDULED, LOBBY, ACTIVE -> true;
            case CLOSED, ARCHIVED, CANCELLED -> false;
        };
    }
}
