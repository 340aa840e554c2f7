package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.CODE;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.ectsuite.notification.SendRequests.signInLink;
import static org.ectsuite.notification.message.StoredMessage.audited;
import static org.ectsuite.notification.message.StoredMessage.contents;
import static org.ectsuite.notification.message.StoredMessage.files;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as administrators see them and intervene with them. */
@QuarkusTest
class MessageResourceTest {

    private final SmtpServer relay = SmtpServer.current();

    @BeforeEach
    void forget() {
        relay.forget();
    }

    // ---- Watching ----

    @Test
    void lists_the_newest_first_page_by_page() {
        // Given
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.addFirst(accepted(signInLink("page" + i + "@example.org")));
        }
        awaitStatus(sent.getFirst(), MessageStatus.SENT);

        // When
        List<String> listed = new ArrayList<>();
        String next = null;
        do {
            var page = (next == null ? asAdmin() : asAdmin().queryParam("cursor", next))
                    .queryParam("kind", "sign-in-link")
                    .queryParam("limit", 2)
                    .get("/messages")
                    .then()
                    .statusCode(200)
                    .extract();
            List<String> ids = page.path("items.id");
            assertThat(ids).hasSizeLessThanOrEqualTo(2);
            listed.addAll(ids);
            next = page.path("next");
        } while (next != null && listed.size() < 5);

        // Then
        assertThat(listed.subList(0, 5)).isEqualTo(sent);
    }

    @Test
    void lists_by_status_and_kind() {
        // Given
        relay.refuse("dead@example.org");
        String dead = accepted(netLog(Map.of("address", "dead@example.org")));
        awaitStatus(dead, MessageStatus.DEAD);

        // When
        ValidatableResponse listed = asAdmin()
                .queryParam("status", "DEAD,EXPIRED")
                .queryParam("kind", "net-log")
                .queryParam("limit", 200)
                .get("/messages")
                .then();

        // Then
        listed.statusCode(200)
                .body("items.id", hasItem(dead))
                .body("items.status", everyItem(is("DEAD")))
                .body("items.kind", everyItem(is("net-log")));
    }

    @ParameterizedTest
    @CsvSource({"status,LOST", "status,'DEAD,'", "kind,birthday", "limit,0", "limit,201", "cursor,nonsense"})
    void refuses_a_filter_that_is_none(String parameter, String value) {
        asAdmin().queryParam(parameter, value).get("/messages").then().statusCode(400);
    }

    @Test
    void shows_neither_link_nor_code_to_anybody() {
        // Given
        String id = accepted(signInLink("discreet@example.org"));
        awaitStatus(id, MessageStatus.SENT);

        // When
        String detail = message(id).extract().asString();
        String list = asAdmin().get("/messages").then().extract().asString();

        // Then
        assertThat(detail).contains("discreet@example.org").contains("Sign in to ECT Suite");
        for (String answer : List.of(detail, list)) {
            assertThat(answer)
                    .doesNotContain("sign-in/link")
                    .doesNotContain(CODE)
                    .doesNotContain("K7QM-4XWD");
        }
    }

    @Test
    void knows_no_message_that_there_is_not() {
        asAdmin().get("/messages/" + UUID.randomUUID()).then().statusCode(404).body("code", is("not-found"));
        asAdmin().post("/messages/" + UUID.randomUUID() + "/cancel").then().statusCode(404);
    }

    // ---- Intervening ----

    @Test
    void cancels_a_message_that_waits_and_drops_its_content() {
        // Given
        Map<String, Object> request = netLog(Map.of("address", "cancelled@example.org"));
        request.put("notBefore", Instant.now().plus(Duration.ofHours(1)).toString());
        String id = accepted(request);
        assertThat(contents(id)).isEqualTo(1);

        // When
        asAdmin().post("/messages/" + id + "/cancel").then().statusCode(200).body("status", is("CANCELLED"));

        // Then
        assertThat(contents(id)).isZero();
        assertThat(files(id)).isZero();
        asAdmin()
                .post("/messages/" + id + "/cancel")
                .then()
                .statusCode(409)
                .body("code", is("illegal-transition"))
                .body("status", is(409));
        asAdmin().post("/messages/" + id + "/retry").then().statusCode(409);
        assertThat(audited(id)).containsExactly("message.accepted", "message.cancelled");
    }

    @Test
    void neither_cancels_nor_retries_what_was_sent() {
        // Given
        String id = accepted(signInLink("gone@example.org"));
        awaitStatus(id, MessageStatus.SENT);

        // Then
        asAdmin().post("/messages/" + id + "/cancel").then().statusCode(409).body("messageStatus", is("SENT"));
        asAdmin().post("/messages/" + id + "/retry").then().statusCode(409).body("messageStatus", is("SENT"));
    }

    @Test
    void does_not_retry_what_is_of_no_use_any_more() {
        // Given: refused, and meanwhile its time is over
        relay.refuse("toolate@example.org");
        String id = accepted(signInLink("toolate@example.org"));
        awaitStatus(id, MessageStatus.DEAD);
        TestDatabase.current().update("update message set expires_at = now() where id = ?::uuid", id);

        // When
        ValidatableResponse answer =
                asAdmin().post("/messages/" + id + "/retry").then();

        // Then: it was still dead, or expired by then
        answer.statusCode(409);
    }

    // ---- At rest ----

    @Test
    void keeps_content_sealed_as_long_as_it_waits_and_not_at_all_afterwards() {
        // Given
        Map<String, Object> request = netLog(Map.of("address", "sealed@example.org"));
        request.put("notBefore", Instant.now().plus(Duration.ofHours(1)).toString());
        String id = accepted(request);

        // Then: the log line of the message has no content, and the content cannot be read
        List<String> stored = TestDatabase.current().query("""
                        select encode(sealed, 'escape') from message_content where message_id = ?::uuid
                        union all
                        select encode(sealed, 'escape') from message_attachment where message_id = ?::uuid
                        union all
                        select m::text from message m where id = ?::uuid
                        """, id, id, id);
        assertThat(stored).hasSize(4).noneMatch(text -> text.contains("DK3XY") || text.contains("Weekly exercise"));

        // When
        TestDatabase.current().update("update message set due_at = now() where id = ?::uuid", id);

        // Then
        assertThat(relay.awaitMailTo("sealed@example.org").text()).contains("DK3XY");
        awaitStatus(id, MessageStatus.SENT);
        assertThat(contents(id)).isZero();
        assertThat(files(id)).isZero();
    }

    @Test
    void records_that_it_accepted_a_message_and_for_whom() {
        // When
        String id = accepted(signInLink("audited@example.org"));

        // Then
        assertThat(TestDatabase.current()
                        .query("select actor_client || ' ' || action from audit_event where object_id = ?", id))
                .containsExactly("ectlog-service message.accepted");
    }
}
