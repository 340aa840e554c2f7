package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageLifecycleTest {

    /** All ways there are; whatever is not listed must be refused. */
    private static final Map<MessageStatus, Map<MessageEvent, MessageStatus>> WAYS = Map.ofEntries(
            way(
                    MessageStatus.QUEUED,
                    Map.of(
                            MessageEvent.CLAIM, MessageStatus.SENDING,
                            MessageEvent.ACCEPT, MessageStatus.SENT,
                            MessageEvent.BURY, MessageStatus.DEAD,
                            MessageEvent.EXPIRE, MessageStatus.EXPIRED,
                            MessageEvent.CANCEL, MessageStatus.CANCELLED)),
            way(
                    MessageStatus.SENDING,
                    Map.of(
                            MessageEvent.CLAIM, MessageStatus.SENDING,
                            MessageEvent.ACCEPT, MessageStatus.SENT,
                            MessageEvent.DEFER, MessageStatus.DEFERRED,
                            MessageEvent.BURY, MessageStatus.DEAD,
                            MessageEvent.SUPPRESS, MessageStatus.SUPPRESSED,
                            MessageEvent.EXPIRE, MessageStatus.EXPIRED)),
            way(
                    MessageStatus.DEFERRED,
                    Map.of(
                            MessageEvent.CLAIM, MessageStatus.SENDING,
                            MessageEvent.ACCEPT, MessageStatus.SENT,
                            MessageEvent.BURY, MessageStatus.DEAD,
                            MessageEvent.EXPIRE, MessageStatus.EXPIRED,
                            MessageEvent.CANCEL, MessageStatus.CANCELLED,
                            MessageEvent.COLLECT, MessageStatus.SUPPRESSED,
                            MessageEvent.RETRY, MessageStatus.QUEUED)),
            way(
                    MessageStatus.DEAD,
                    Map.of(
                            MessageEvent.ACCEPT, MessageStatus.SENT,
                            MessageEvent.EXPIRE, MessageStatus.EXPIRED,
                            MessageEvent.CANCEL, MessageStatus.CANCELLED,
                            MessageEvent.DISCARD, MessageStatus.CANCELLED,
                            MessageEvent.RETRY, MessageStatus.QUEUED)),
            way(
                    MessageStatus.SENT,
                    Map.of(
                            MessageEvent.BOUNCE, MessageStatus.BOUNCED,
                            MessageEvent.COMPLAIN, MessageStatus.COMPLAINED)));

    private static Map.Entry<MessageStatus, Map<MessageEvent, MessageStatus>> way(
            MessageStatus from, Map<MessageEvent, MessageStatus> to) {
        return Map.entry(from, to);
    }

    @ParameterizedTest
    @EnumSource(MessageStatus.class)
    void leads_each_event_to_its_status_and_refuses_all_others(MessageStatus status) {
        Map<MessageEvent, MessageStatus> expected = WAYS.getOrDefault(status, Map.of());
        Map<MessageEvent, MessageStatus> found = new EnumMap<>(MessageEvent.class);

        // When
        for (MessageEvent event : MessageEvent.values()) {
            if (MessageLifecycle.allows(status, event)) {
                found.put(event, MessageLifecycle.after(status, event));
            }
        }

        // Then
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void says_what_was_refused() {
        assertThatThrownBy(() -> MessageLifecycle.after(MessageStatus.SENT, MessageEvent.CANCEL))
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessage("CANCEL cannot happen to a message that is SENT");
    }

    @ParameterizedTest
    @EnumSource(MessageStatus.class)
    void is_final_exactly_where_no_way_leads_back_to_the_relay(MessageStatus status) {
        assertThat(status.isFinal())
                .isEqualTo(!WAYS.getOrDefault(status, Map.of()).containsKey(MessageEvent.EXPIRE));
    }
}
