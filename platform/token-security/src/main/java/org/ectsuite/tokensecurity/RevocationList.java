package org.ectsuite.tokensecurity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What auth-service has revoked, at most a poll old. Until it was fetched once everything counts as revoked; afterwards
 * the last known list holds while auth-service is away.
 */
@Singleton
public class RevocationList {
    private static final Logger LOG = Logger.getLogger(RevocationList.class);

    private final RevocationSource source;
    private final Event<RevocationsChanged> changed;
    private final SingleFlight<Boolean> flight = new SingleFlight<>();
    private volatile @Nullable State state;
    private volatile boolean away;

    /** A list and the index made from it. */
    private record State(Revocations list, RevocationIndex index) {}

    RevocationList(RevocationSource source, Event<RevocationsChanged> changed) {
        this.source = source;
        this.changed = changed;
    }

    /** Whether the caller's session, subject, token or its key is revoked, or nobody knows yet. */
    public boolean revoked(Caller caller) {
        State now = state;
        return now == null || now.index().revoked(caller);
    }

    /** Whether everything that a key signed is revoked; signatures that nobody can check are not among it. */
    boolean revokesKey(@Nullable String keyId) {
        State now = state;
        return now != null && keyId != null && now.index().revokesKey(keyId);
    }

    /** Whether the list was fetched at least once. */
    public boolean known() {
        return state != null;
    }

    /** Asks for the list now instead of at the next poll; never fails. Gives whether it changed. */
    public Uni<Boolean> refresh() {
        return flight.join(() -> Uni.createFrom()
                .deferred(() -> source.revocations(list()))
                .map(this::accept)
                .onFailure()
                .recoverWithItem(this::missed));
    }

    private @Nullable Revocations list() {
        State now = state;
        return now == null ? null : now.list();
    }

    private boolean accept(Revocations fetched) {
        if (away) {
            away = false;
            LOG.info("Revocation list is reached again");
        }
        Revocations before = list();
        if (fetched.equals(before)) {
            return false;
        }
        state = new State(fetched, new RevocationIndex(fetched.entries()));
        if (before != null && before.entries().equals(fetched.entries())) {
            return false;
        }
        announce(new RevocationsChanged(fetched.entries().size()));
        return true;
    }

    private void announce(RevocationsChanged news) {
        try {
            changed.fire(news);
        } catch (RuntimeException e) {
            // The list holds all the same, and whoever failed to listen is asked again by the next change.
            LOG.error("Somebody failed to act on a changed revocation list", e);
        }
    }

    private boolean missed(Throwable failure) {
        if (!away) {
            // Once per outage, not once per poll.
            away = true;
            LOG.warnf("Revocation list is not reached, the last known one holds: %s", failure.getMessage());
        }
        return false;
    }
}
