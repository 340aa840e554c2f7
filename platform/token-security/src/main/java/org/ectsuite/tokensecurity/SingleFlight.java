package org.ectsuite.tokensecurity;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets everybody who asks while an answer is on its way wait for that answer instead of asking again. */
final class SingleFlight<T> {
    private final AtomicReference<@Nullable Uni<T>> underway = new AtomicReference<>();

    Uni<T> join(Supplier<Uni<T>> flight) {
        return Uni.createFrom().deferred(() -> {
            Uni<T> waiting = underway.get();
            if (waiting != null) {
                return waiting;
            }
            Uni<T> mine = Uni.createFrom()
                    .deferred(flight::get)
                    .onTermination()
                    .invoke(() -> underway.set(null))
                    .memoize()
                    .indefinitely();
            Uni<T> first = underway.compareAndExchange(null, mine);
            return first == null ? mine : first;
        });
    }
}
