package org.ectsuite.notification.digest;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.notification.message.DigestQueue;
import org.jboss.logging.Logger;

/** Sends people their daily digests when it is time for them; each replica may. */
@ApplicationScoped
class DailyDigests {

    private static final Logger LOG = Logger.getLogger(DailyDigests.class);

    private final DigestQueue queue;

    DailyDigests(DigestQueue queue) {
        this.queue = queue;
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> send() {
        return queue.due().chain(people -> {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (UUID person : people) {
                all = all.chain(() -> sendTo(person));
            }
            return all;
        });
    }

    /** One digest after the other, each in a transaction of its own; what fails for one shall not keep the others waiting. */
    private Uni<Void> sendTo(UUID person) {
        return Uni.createFrom()
                .deferred(() -> queue.digest(person))
                .repeat()
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf("A daily digest could not be made and is tried again: %s", failure.toString());
                    return Uni.createFrom().voidItem();
                });
    }
}
