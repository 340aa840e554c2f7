package org.ectsuite.ectlog.journal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The way to write in a net: one transaction, and whoever follows the net learns of it once it is committed.
 *
 * <p>The announcement is not part of the transaction. NOTIFY inside of it would make all commits of the database wait for each
 * other; and an announcement that a crash swallows is made up for by the reader's own look every second.
 */
@ApplicationScoped
public class NetTransactions {

    private final Event<NetAdvanced> advanced;

    NetTransactions(Event<NetAdvanced> advanced) {
        this.advanced = advanced;
    }

    /** Does the work in a transaction and announces the net when it is committed. */
    public <T> Uni<T> in(UUID netId, Supplier<Uni<T>> work) {
        return Panache.withTransaction(work).invoke(() -> advanced.fire(new NetAdvanced(netId)));
    }
}
