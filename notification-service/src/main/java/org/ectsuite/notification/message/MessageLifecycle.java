package org.ectsuite.notification.message;

import java.util.Optional;
import org.ectsuite.notification.message.IllegalTransitionException.Refusal;
import org.jspecify.annotations.Nullable;

/** The state machine of a message: which event leads from which status to which. */
final class MessageLifecycle {

    private MessageLifecycle() {}

    /** The status after the event. */
    static MessageStatus after(MessageStatus status, MessageEvent event) {
        return next(status, event).orElseThrow(() -> new IllegalTransitionException(new Refusal(status, event)));
    }

    /** Whether the event may happen to a message of this status. */
    static boolean allows(MessageStatus status, MessageEvent event) {
        return next(status, event).isPresent();
    }

    private static Optional<MessageStatus> next(MessageStatus status, MessageEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case CLAIM ->
                        switch (status) {
                            // SENDING: the worker that held it is gone, its lease has run out.
                            case QUEUED, DEFERRED, SENDING -> MessageStatus.SENDING;
                            case SENT, DEAD, EXPIRED, CANCELLED -> nothing();
                        };
                    case ACCEPT ->
                        switch (status) {
                            // A worker that was slower than its lease finds the message deferred or queued again: the
                            // relay
                            // has it all the same, and nobody shall send it a second time.
                            case SENDING, DEFERRED, QUEUED, DEAD -> MessageStatus.SENT;
                            case SENT, EXPIRED, CANCELLED -> nothing();
                        };
                    case DEFER -> status == MessageStatus.SENDING ? MessageStatus.DEFERRED : nothing();
                    case BURY ->
                        switch (status) {
                            case QUEUED, SENDING, DEFERRED -> MessageStatus.DEAD;
                            case SENT, DEAD, EXPIRED, CANCELLED -> nothing();
                        };
                    case EXPIRE -> status.isFinal() ? nothing() : MessageStatus.EXPIRED;
                    case CANCEL ->
                        switch (status) {
                            case QUEUED, DEFERRED, DEAD -> MessageStatus.CANCELLED;
                            // It may be at the relay already.
                            case SENDING -> nothing();
                            case SENT, EXPIRED, CANCELLED -> nothing();
                        };
                    case RETRY ->
                        switch (status) {
                            case DEFERRED, DEAD -> MessageStatus.QUEUED;
                            case QUEUED, SENDING, SENT, EXPIRED, CANCELLED -> nothing();
                        };
                });
    }

    private static @Nullable MessageStatus nothing() {
        return null;
    }
}
