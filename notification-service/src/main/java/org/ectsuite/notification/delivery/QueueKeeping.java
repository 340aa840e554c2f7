package org.ectsuite.notification.delivery;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.ectsuite.notification.message.MessageQueue;

/** Keeps the queue in order: what is past its time leaves it, and its depth is measured. */
@ApplicationScoped
class QueueKeeping {

    private final MessageQueue queue;
    private final DeliveryMetrics metrics;

    QueueKeeping(MessageQueue queue, DeliveryMetrics metrics) {
        this.queue = queue;
        this.metrics = metrics;
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return queue.depth().invoke(metrics::queued).replaceWithVoid();
    }

    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> expire() {
        return allOf(queue::expire);
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> dropDeadContent() {
        return allOf(queue::dropDeadContent);
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteOldLog() {
        return allOf(queue::deleteOldLog);
    }

    /** Batch after batch, each in a transaction of its own, until nothing is left. */
    static Uni<Void> allOf(Supplier<Uni<Integer>> batch) {
        return Uni.createFrom()
                .deferred(batch::get)
                .repeat()
                .whilst(MessageQueue::mayHaveLeftSome)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
