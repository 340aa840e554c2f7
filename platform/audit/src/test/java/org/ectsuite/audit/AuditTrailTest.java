package org.ectsuite.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.UUID;
import org.ectsuite.audit.app.ThingService;
import org.ectsuite.testsupport.AuthServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a service does by itself, outside of any request. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(AuthServerResource.class)
class AuditTrailTest {

    @Inject
    ThingService things;

    private final String thing = UUID.randomUUID().toString();

    private String origin() {
        return TestDatabase.current()
                .query(
                        "SELECT concat_ws(' ', actor_subject, actor_client, client_address) FROM audit_event"
                                + " WHERE object_id = ?",
                        thing)
                .getFirst();
    }

    @Test
    void names_the_service_where_there_is_no_request() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> things.remove(thing));

        assertThat(origin()).isEqualTo("audit-service audit-service -");
    }

    @Test
    void names_the_service_in_a_scheduled_job() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> things.removeByJob(thing));

        assertThat(origin()).isEqualTo("audit-service audit-service -");
    }
}
