package org.ectsuite.ectlog.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.ectsuite.ectlog.operator.Operator;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A line of chat. */
@Entity
@Immutable
@Table(name = "chat_message")
class ChatMessage {

    @Id
    private UUID id;

    @Column(name = "net_id", nullable = false)
    private UUID netId;

    @Column(name = "author_id", nullable = false)
    private UUID authorId;

    @Column(name = "author_name", nullable = false, length = 100)
    private String authorName;

    @Column(name = "author_callsign", length = 20)
    private @Nullable String authorCallsign;

    @Column(nullable = false, length = 5000)
    private String text;

    @Column(nullable = false)
    private Instant at;

    /** For Hibernate. */
    ChatMessage() {}

    UUID id() {
        return id;
    }

    ChatMessageView view() {
        return new ChatMessageView(id, new Operator(authorId, authorName, authorCallsign), text, at);
    }
}
