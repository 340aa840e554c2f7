package org.ectsuite.ectlog.chat;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.operator.Operator;

/**
 * A line of chat.
 *
 * @param id of the line
 * @param author who wrote it
 * @param text as it was written; clients show it as text, never as HTML
 * @param at when
 */
@Schema(name = "ChatMessage")
public record ChatMessageView(UUID id, Operator author, String text, Instant at) {}
