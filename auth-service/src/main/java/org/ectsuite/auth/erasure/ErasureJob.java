package org.ectsuite.auth.erasure;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.webedge.problem.ProblemException;
import org.jboss.logging.Logger;

/** Erases the accounts whose time has come, each in a transaction of its own. */
@ApplicationScoped
class ErasureJob {

    private static final Logger LOG = Logger.getLogger(ErasureJob.class);

    private final Erasures erasures;

    ErasureJob(Erasures erasures) {
        this.erasures = erasures;
    }

    @Scheduled(
            identity = "erasures",
            every = "${ect.auth.erasure.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> eraseDue() {
        return erasures.due()
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(this::erase)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> erase(UUID accountId) {
        return erasures.erase(accountId)
                .onFailure(ProblemException.class)
                .invoke(why -> LOG.warnf("Account %s cannot be erased yet: %s", accountId, why.getMessage()))
                .onFailure(ProblemException.class)
                .recoverWithNull();
    }
}
