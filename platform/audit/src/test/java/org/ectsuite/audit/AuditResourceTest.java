package org.ectsuite.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ectsuite.testsupport.AuthServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.ectsuite.tokensecurity.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(AuthServerResource.class)
class AuditResourceTest {

    private final String thing = UUID.randomUUID().toString();

    private static RequestSpecification as(TestTokens token) {
        return given().header("Authorization", token.audience("audit-service").bearer());
    }

    private static RequestSpecification admin() {
        return as(TestTokens.user("admin").roles(Roles.ADMIN));
    }

    private static TestTokens ann() {
        return TestTokens.user("ann").name("Ann Oakley").callsign("W1AW");
    }

    private void change(String id, String name) {
        as(ann())
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\",\"apiSecret\":\"hunter2hunter2\"}")
                .put("/things/{id}", id)
                .then()
                .statusCode(204);
    }

    @Test
    void shows_who_did_what_to_what_from_where() {
        String requestId = as(ann())
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Radio\",\"apiSecret\":null}")
                .put("/things/{id}", thing)
                .then()
                .statusCode(204)
                .extract()
                .header("X-Request-Id");

        admin().queryParam("objectId", thing)
                .get("/audit")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-.*"))
                .body("items[0].at", matchesPattern("20\\d\\d-.*Z"))
                .body("items[0].actor.subject", equalTo(TestTokens.idOf("ann").toString()))
                .body("items[0].actor.name", equalTo("Ann Oakley"))
                .body("items[0].actor.callsign", equalTo("W1AW"))
                .body("items[0].actor.client", equalTo("web"))
                .body("items[0].action", equalTo("thing.changed"))
                .body("items[0].objectType", equalTo("thing"))
                .body("items[0].before.name", equalTo("before"))
                .body("items[0].after.name", equalTo("Radio"))
                .body("items[0].clientAddress", equalTo("127.0.0.1"))
                .body("items[0].requestId", equalTo(requestId))
                .body("next", nullValue());
    }

    @Test
    void keeps_secrets_out_of_the_table() {
        change(thing, "Radio");

        admin().queryParam("objectId", thing)
                .get("/audit")
                .then()
                .body("items[0].before.apiSecret", equalTo("[concealed]"))
                .body("items[0].after.apiSecret", equalTo("[concealed]"));
        assertThat(TestDatabase.current().query("SELECT audit_event::text FROM audit_event"))
                .isNotEmpty()
                .noneMatch(row -> row.contains("hunter2"));
    }

    @Test
    void forgets_a_change_that_was_rolled_back() {
        as(ann()).post("/things/{id}/failure", thing).then().statusCode(500);

        admin().queryParam("objectId", thing).get("/audit").then().body("items", empty());
    }

    @Test
    void takes_part_in_a_transaction_of_the_session_factory() {
        as(ann()).post("/things/{id}/factory-transaction", thing).then().statusCode(204);

        admin().queryParam("objectId", thing).get("/audit").then().body("items", hasSize(1));
    }

    @Test
    void refuses_to_record_outside_of_a_transaction() {
        as(ann()).post("/things/{id}/no-transaction", thing).then().statusCode(500);

        admin().queryParam("objectId", thing).get("/audit").then().body("items", empty());
    }

    @Test
    void names_the_actor_that_the_entry_gives() {
        given().post("/things/{id}/sign-in", thing).then().statusCode(204);

        admin().queryParam("objectId", thing)
                .get("/audit")
                .then()
                .body("items[0].actor.subject", equalTo("user-7"))
                .body("items[0].actor.callsign", equalTo("W1AW"))
                .body("items[0].before", nullValue())
                .body("items[0].after", nullValue());
    }

    @Test
    void calls_a_stranger_anonymous() {
        given().delete("/things/{id}/by-anybody", thing).then().statusCode(204);

        admin().queryParam("objectId", thing)
                .get("/audit")
                .then()
                .body("items[0].actor.subject", equalTo("anonymous"))
                .body("items[0].actor.name", nullValue())
                .body("items[0].clientAddress", equalTo("127.0.0.1"));
    }

    @Test
    void stores_what_PostgreSQL_would_refuse_in_json() {
        change(thing, "a\\u0000b");

        admin().queryParam("objectId", thing).get("/audit").then().body("items[0].after.name", equalTo("a\uFFFDb"));
    }

    @Test
    void leads_through_all_pages_newest_first() {
        List.of("1", "2", "3", "4", "5").forEach(name -> change(thing, name));

        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification page = admin().queryParam("objectId", thing).queryParam("limit", 2);
            if (cursor != null) {
                page.queryParam("cursor", cursor);
            }
            var json = page.get("/audit").then().statusCode(200).extract().jsonPath();
            names.addAll(json.getList("items.after.name", String.class));
            cursor = json.getString("next");
        } while (cursor != null);

        assertThat(names).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void filters_by_actor_action_object_and_time() {
        change(thing, "one");
        as(TestTokens.user("bob")).delete("/things/{id}", thing).then().statusCode(204);
        String changedAt =
                admin().queryParam("objectId", thing).get("/audit").jsonPath().getString("items[1].at");
        String removedAt =
                admin().queryParam("objectId", thing).get("/audit").jsonPath().getString("items[0].at");

        admin().queryParam("objectId", thing)
                .queryParam("actor", TestTokens.idOf("bob"))
                .get("/audit")
                .then()
                .body("items.action", contains("thing.removed"));
        admin().queryParam("objectId", thing)
                .queryParam("action", "thing.changed")
                .queryParam("objectType", "thing")
                .get("/audit")
                .then()
                .body("items.action", contains("thing.changed"));
        admin().queryParam("objectId", thing)
                .queryParam("objectType", "other")
                .get("/audit")
                .then()
                .body("items", empty());
        admin().queryParam("objectId", thing)
                .queryParam("from", changedAt)
                .queryParam("to", removedAt)
                .get("/audit")
                .then()
                .body("items.action", contains("thing.changed"));
        admin().queryParam("objectId", thing)
                .queryParam("from", removedAt)
                .get("/audit")
                .then()
                .body("items.action", contains("thing.removed"));
    }

    @Test
    void finds_by_callsign_address_and_part_of_a_text_whatever_the_case() {
        change(thing, "one");
        as(TestTokens.user("bob")).delete("/things/{id}", thing).then().statusCode(204);

        found("actor", "w1aw").body("items.action", contains("thing.changed"));
        found("q", "OAKLEY").body("items.action", contains("thing.changed"));
        found("q", "G.REMOVED").body("items.action", contains("thing.removed"));
        found("q", thing.substring(3, 20)).body("items", hasSize(2));
        found("address", "127.0.0.1").body("items", hasSize(2));
        found("address", "127.0.0.2").body("items", empty());
        found("q", "%").body("items", empty());
    }

    private io.restassured.response.ValidatableResponse found(String parameter, String value) {
        return admin().queryParam("objectId", thing)
                .queryParam(parameter, value)
                .get("/audit")
                .then()
                .statusCode(200);
    }

    @Test
    void exports_what_the_filters_find_as_a_table() {
        change(thing, "=1+1");
        change(thing, "two, three");
        change(UUID.randomUUID().toString(), "another");

        var response = admin().queryParam("objectId", thing).get("/audit/export");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(response.header("Content-Disposition")).isEqualTo("attachment; filename=\"audit.csv\"");
        String[] lines = response.asString().split("\r\n", -1);
        assertThat(lines).hasSize(4);
        assertThat(lines[0])
                .isEqualTo("\uFEFFposition,at,actor,actor name,actor callsign,client,action,object type,"
                        + "object id,before,after,client address,request id,id");
        assertThat(lines[1]).contains("thing.changed", "two, three", thing, "Ann Oakley", "[concealed]");
        assertThat(lines[2]).contains("=1+1");
    }

    @Test
    void exports_more_than_one_portion() {
        TestDatabase.current().update("""
                        INSERT INTO audit_event (id, at, actor_subject, actor_client, action, object_type, object_id,
                                                 client_address, request_id)
                        SELECT gen_random_uuid(), now(), 'loader', 'loader', 'thing.loaded', 'thing', ?, '-', '-'
                        FROM generate_series(1, 1201)""", thing);

        String[] lines = admin().queryParam("objectId", thing)
                .get("/audit/export")
                .asString()
                .split("\r\n", -1);

        assertThat(lines).hasSize(1203);
        assertThat(java.util.Arrays.stream(lines).distinct()).hasSize(1203);
    }

    @Test
    void refuses_to_export_what_makes_no_sense() {
        admin().queryParam("from", "yesterday")
                .get("/audit/export")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("from"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 201",
        "from, yesterday",
        "from, 2026-01-31",
        "to, 2026-01-31T20:15:00",
        "cursor, AAAA",
        "cursor, NDphYmNk",
        "actor, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    })
    void refuses_filters_that_make_no_sense(String parameter, String value) {
        admin().queryParam(parameter, value)
                .get("/audit")
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].field", equalTo(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit", "/audit/export", "/audit/verification"})
    void is_open_to_administrators_alone(String path) {
        admin().get(path).then().statusCode(200);
        as(TestTokens.user("ncs").roles(Roles.NCS)).get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
        given().header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.user("eve")
                                        .roles(Roles.ADMIN)
                                        .audience("audit-service")
                                        .signWithForgedKey())
                .get(path)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1:abc", "0:0000000000000000000000000000000000000000000000000000000000000000"})
    void refuses_what_is_no_anchor(String anchor) {
        admin().queryParam("anchor", anchor)
                .get("/audit/verification")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("anchor"));
    }

    @Test
    void reports_what_waits_to_be_sealed() {
        change(thing, "Radio");

        admin().get("/audit/verification")
                .then()
                .statusCode(200)
                .body("verifiedAt", notNullValue())
                .body("unsealed", notNullValue());
    }
}
