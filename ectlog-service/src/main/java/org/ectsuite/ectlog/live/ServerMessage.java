package org.ectsuite.ectlog.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.ectsuite.ectlog.journal.JournalEvent;
import org.ectsuite.ectlog.operator.Operator;

/** What the server says; contracts/live-protocol.md describes it for those who write clients. */
// The interface and all within it: in a native binary Jackson would not find the annotation of type() otherwise.
@RegisterForReflection
sealed interface ServerMessage {

    /** By what a client tells the messages apart. */
    @JsonProperty
    String type();

    /**
     * The first message.
     *
     * @param sequence the journal's last number at that time; lower than what the client asked for if the journal lost events
     * @param you whom the token speaks for
     */
    @JsonPropertyOrder({"type"})
    record Welcome(long sequence, Operator you) implements ServerMessage {
        @Override
        public String type() {
            return "welcome";
        }
    }

    /**
     * Something happened.
     *
     * @param event what
     */
    @JsonPropertyOrder({"type"})
    record Happened(JournalEvent event) implements ServerMessage {
        @Override
        public String type() {
            return "event";
        }
    }

    /**
     * The client has now all that there is.
     *
     * @param sequence the number of the last event
     */
    @JsonPropertyOrder({"type"})
    record CaughtUp(long sequence) implements ServerMessage {
        @Override
        public String type() {
            return "caught-up";
        }
    }

    /**
     * Who has the net open.
     *
     * @param online each person once, however many windows are open
     */
    @JsonPropertyOrder({"type"})
    record Presence(List<Operator> online) implements ServerMessage {
        @Override
        public String type() {
            return "presence";
        }
    }

    /**
     * The fresh token is good.
     *
     * @param expiresAt when it expires; the socket closes then unless another one comes
     */
    @JsonPropertyOrder({"type"})
    record TokenAccepted(Instant expiresAt) implements ServerMessage {
        @Override
        public String type() {
            return "token-accepted";
        }
    }

    /** The sign of life. */
    @JsonPropertyOrder({"type"})
    record Pong() implements ServerMessage {
        @Override
        public String type() {
            return "pong";
        }
    }
}
