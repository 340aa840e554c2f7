package org.ectsuite.auth.session;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.ectsuite.auth.account.AccountView;

/** All who hear of sign-ins, as one. */
@ApplicationScoped
class SessionWatchers {

    private final List<SessionWatcher> watchers;

    SessionWatchers(@All List<SessionWatcher> watchers) {
        this.watchers = watchers;
    }

    Uni<Void> newDevice(AccountView account) {
        return each(watcher -> watcher.newDevice(account));
    }

    Uni<Void> reused(AccountView account) {
        return each(watcher -> watcher.reused(account));
    }

    private Uni<Void> each(Function<SessionWatcher, Uni<Void>> telling) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (SessionWatcher watcher : watchers) {
            all = all.chain(() -> telling.apply(watcher));
        }
        return all;
    }
}
