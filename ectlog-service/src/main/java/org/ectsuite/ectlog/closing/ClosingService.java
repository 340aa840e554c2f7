package org.ectsuite.ectlog.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.ectlog.journal.NetTransactions;
import org.ectsuite.ectlog.net.NetService;
import org.ectsuite.ectlog.net.NetStep;
import org.ectsuite.ectlog.net.NetView;
import org.ectsuite.outbox.Outbox;
import org.ectsuite.outbox.OutboxMail;
import org.ectsuite.outbox.Recipient;
import org.ectsuite.tokensecurity.Caller;

/**
 * Closes nets. The mails to the subscribers are rows of the same transaction: a net that is closed has its mails waiting, one
 * each, and a net that could not be closed has none.
 */
@ApplicationScoped
class ClosingService {

    private final NetService nets;
    private final NetTransactions transactions;
    private final Outbox outbox;

    ClosingService(NetService nets, NetTransactions transactions, Outbox outbox) {
        this.nets = nets;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    Uni<NetView> close(UUID netId, Caller caller) {
        return transactions.in(
                netId,
                () -> nets.advance(netId, NetStep.CLOSE, caller)
                        .call(() -> nets.subscribers(netId).chain(subscribers -> enqueue(netId, subscribers))));
    }

    private Uni<Void> enqueue(UUID netId, List<UUID> subscribers) {
        Uni<Void> enqueued = Uni.createFrom().voidItem();
        for (UUID subscriber : subscribers) {
            OutboxMail mail = new OutboxMail(
                    NetLogMail.KIND,
                    new Recipient.Person(subscriber),
                    Map.of(NetLogMail.NET_ID, netId.toString()),
                    null);
            enqueued = enqueued.chain(() -> outbox.enqueue(mail)).replaceWithVoid();
        }
        return enqueued;
    }
}
