package org.ectsuite.ectlog.chat;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.ectsuite.ectlog.ids.Ids;
import org.ectsuite.ectlog.journal.Change;
import org.ectsuite.ectlog.journal.EventType;
import org.ectsuite.ectlog.journal.Journal;
import org.ectsuite.ectlog.journal.NetTransactions;
import org.ectsuite.ectlog.net.NetService;
import org.ectsuite.ectlog.net.NetSituation;
import org.ectsuite.ectlog.operator.Operator;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.webedge.idempotency.IdempotentRequests;
import org.ectsuite.webedge.page.Page;
import org.jspecify.annotations.Nullable;

/** The chat of a net. */
@ApplicationScoped
public class ChatService {

    private final ChatRepository messages;
    private final NetService nets;
    private final NetTransactions transactions;
    private final Journal journal;
    private final IdempotentRequests idempotent;
    private final Clock clock;

    ChatService(
            ChatRepository messages,
            NetService nets,
            NetTransactions transactions,
            Journal journal,
            IdempotentRequests idempotent,
            Clock clock) {
        this.messages = messages;
        this.nets = nets;
        this.transactions = transactions;
        this.journal = journal;
        this.idempotent = idempotent;
        this.clock = clock;
    }

    /** All lines, oldest first; within the caller's session. */
    public Uni<List<ChatMessageView>> all(UUID netId) {
        return messages.list("from ChatMessage where netId = ?1 order by id", netId)
                .map(found -> found.stream().map(ChatMessage::view).toList());
    }

    @WithSession
    Uni<Page<ChatMessageView>> list(UUID netId, int limit, @Nullable UUID before, Caller caller) {
        return nets.situation(netId, caller)
                .chain(() -> messages.newestFirst(netId, before, limit + 1))
                .map(found -> Page.of(found, limit, message -> Ids.cursor(message.id()), ChatMessage::view));
    }

    Uni<ChatMessageView> post(UUID netId, ChatRequest request, @Nullable String idempotencyKey, Caller caller) {
        Operator author = Operator.of(caller);
        return transactions.in(
                netId,
                () -> idempotent.once(
                        idempotencyKey,
                        author.userId() + " chat " + netId,
                        request,
                        ChatMessageView.class,
                        () -> nets.situation(netId, caller)
                                .invoke(NetSituation::requireOpen)
                                .chain(() -> {
                                    ChatMessageView message =
                                            new ChatMessageView(Ids.next(), author, request.text(), clock.instant());
                                    return messages.post(
                                            netId,
                                            message,
                                            journal.entry(EventType.CHAT_POSTED, author, Change.to(message)));
                                })));
    }
}
