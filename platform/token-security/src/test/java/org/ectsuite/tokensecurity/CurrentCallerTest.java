package org.ectsuite.tokensecurity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ectsuite.testsupport.AuthServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.junit.jupiter.api.Test;

/** Requests and messages are shown elsewhere; this is what happens without either. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(AuthServerResource.class)
class CurrentCallerTest {
    @Inject
    CurrentCaller caller;

    @Inject
    Vertx vertx;

    @Test
    void a_job_on_an_event_loop_has_no_caller() {
        // Given
        var found = new CompletableFuture<Boolean>();

        // When
        vertx.runOnContext(() -> {
            var request = Arc.requireContainer().requestContext();
            request.activate();
            try {
                found.complete(caller.find().isPresent());
            } catch (RuntimeException e) {
                found.completeExceptionally(e);
            } finally {
                request.terminate();
            }
        });

        // Then
        assertThat(found.orTimeout(5, TimeUnit.SECONDS).join()).isFalse();
    }
}
