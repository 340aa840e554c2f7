package org.ectsuite.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FreshContextTest {

    private static final int LOOPS = 2;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
    private final FreshContext contexts = new FreshContext(vertx);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void workThatBeginsWhereOtherWorkRunsTakesTheNextEventLoop() {
        var threads = contexts.run(() ->
                        here().chain(first -> contexts.run(this::here).map(second -> List.of(first, second))))
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(threads).doesNotHaveDuplicates();
    }

    @Test
    void eachPieceHasAContextOfItsOwn() {
        var contexts = this.contexts
                .run(() -> context()
                        .chain(first -> this.contexts.run(this::context).map(second -> List.of(first, second))))
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(contexts).doesNotHaveDuplicates();
    }

    @Test
    void aFailureOfTheWorkIsTheFailureOfTheWhole() {
        var failed = contexts.run(() -> {
            throw new IllegalStateException("out of paper");
        });

        assertThat(failed.onItemOrFailure()
                        .transform((item, failure) -> failure)
                        .await()
                        .atMost(Duration.ofSeconds(30)))
                .hasMessage("out of paper");
    }

    private Uni<String> here() {
        return Uni.createFrom().item(() -> Thread.currentThread().getName());
    }

    private Uni<Object> context() {
        return Uni.createFrom().item(Vertx::currentContext);
    }
}
