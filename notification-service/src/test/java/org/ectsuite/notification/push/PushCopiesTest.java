package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.ectsuite.notification.SendRequests.part;
import static org.ectsuite.notification.SendRequests.signInLink;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** Which target gets a copy of which mail. */
@QuarkusTest
class PushCopiesTest extends PushTargetTests {

    @Test
    void sends_a_sign_in_link_by_mail_alone() {
        // Given
        String target = addedWebhook("net-log");

        // When
        awaitStatus(accepted(signInLink(name + "@example.org")), MessageStatus.SENT);

        // Then
        assertThat(TestDatabase.current().query(COPIES, target)).containsExactly("0");
        for (RequestSpecification caller : List.of(asPerson(), asAdmin())) {
            caller.contentType("application/json")
                    .body(webhook("sign-in-link"))
                    .post("/me/push-targets")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("kinds"));
        }
    }

    @Test
    void tells_nobody_what_is_for_somebody_else() {
        // Given
        String target = addedWebhook("net-log", "announcement");

        // When
        String other = AuthServer.person("other-" + name, "Other", "other-" + name + "@example.org")
                .id()
                .toString();
        awaitStatus(accepted(netLog(Map.of("userId", other))), MessageStatus.SENT);
        awaitStatus(accepted(netLog(Map.of("address", name + "@example.org"))), MessageStatus.SENT);

        // Then
        assertThat(TestDatabase.current().query(COPIES, target)).containsExactly("0");
    }

    @Test
    void tells_a_shared_target_of_a_mailing_once_however_many_get_the_mail() {
        // Given
        String target = add(asAdmin(), "/push-targets", webhook("net-log")).path("target.id");
        Map<String, Object> first = netLog(Map.of("address", "one@example.org"));
        part(first, "data").put("netName", "Net of " + name);
        Map<String, Object> second = netLog(Map.of("address", "two@example.org"));
        part(second, "data").put("netName", "Net of " + name);

        // When
        accepted(first);
        accepted(second);

        // Then
        hooks.await(path, 1);
        assertThat(TestDatabase.current().query(COPIES, target)).containsExactly("1");
    }

    @Test
    void tells_a_shared_target_nothing_of_single_people() {
        asAdmin()
                .contentType("application/json")
                .body(webhook("account-notice"))
                .post("/push-targets")
                .then()
                .statusCode(400)
                .body("errors.field", contains("kinds"));
    }

    @Test
    void sends_nothing_to_a_target_that_was_removed_meanwhile() {
        // Given
        String target = addedWebhook("net-log");
        Map<String, Object> later = netLog(Map.of("userId", personId));
        later.put("notBefore", Instant.now().plusSeconds(3600).toString());
        accepted(later);

        // When
        asPerson().delete("/me/push-targets/" + target).then().statusCode(204);
        String copy = copyTo(target);
        dueNow(copy);

        // Then
        awaitStatus(copy, MessageStatus.SUPPRESSED);
        assertThat(hooks.to(path)).isEmpty();
    }
}
