package org.ectsuite.tokensecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
    private final SingleFlight<String> flight = new SingleFlight<>();
    private final List<UniEmitter<? super String>> started = new ArrayList<>();

    private Uni<String> ask() {
        return flight.join(() -> Uni.createFrom().emitter(started::add));
    }

    @Test
    void many_who_ask_share_one_answer() {
        // Given
        var first = ask().subscribeAsCompletionStage();
        var second = ask().subscribeAsCompletionStage();

        // When
        started.getFirst().complete("answer");

        // Then
        assertThat(started).hasSize(1);
        assertThat(first.join()).isEqualTo("answer");
        assertThat(second.join()).isEqualTo("answer");
    }

    @Test
    void who_asks_after_the_answer_asks_anew() {
        // Given
        var first = ask().subscribeAsCompletionStage();
        started.getFirst().complete("first");

        // When
        var second = ask().subscribeAsCompletionStage();
        started.getLast().complete("second");

        // Then
        assertThat(first.join()).isEqualTo("first");
        assertThat(second.join()).isEqualTo("second");
    }

    @Test
    void a_failure_is_shared_and_not_kept() {
        // Given
        var first = ask().subscribeAsCompletionStage();
        started.getFirst().fail(new IllegalStateException("away"));

        // When
        var second = ask().subscribeAsCompletionStage();
        started.getLast().complete("answer");

        // Then
        assertThatThrownBy(first::join).hasMessageContaining("away");
        assertThat(second.join()).isEqualTo("answer");
    }

    @Test
    void one_who_goes_away_does_not_end_it_for_the_others() {
        // Given
        var first = ask().subscribe().with(answer -> {});
        var second = ask().subscribeAsCompletionStage();

        // When
        first.cancel();
        started.getFirst().complete("answer");

        // Then
        assertThat(second.join()).isEqualTo("answer");
        assertThat(started).hasSize(1);
    }
}
