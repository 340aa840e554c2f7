package org.ectsuite.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClientsResourceTest {

    private static final String PATH = "/auth/admin/clients";

    private static Response create(Map<String, Object> changes) {
        Map<String, Object> metadata = RelyingParty.metadata();
        metadata.putAll(changes);
        return Person.administrator().api().body(metadata).post(PATH);
    }

    private static Response put(String id, String ifMatch, Map<String, Object> metadata) {
        return Person.administrator()
                .api()
                .header("If-Match", ifMatch)
                .body(metadata)
                .put(PATH + "/" + id);
    }

    @Test
    void an_administrator_registers_a_client_and_sees_its_secret_once() {
        Response created = create(Map.of());

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        JsonPath json = created.jsonPath();
        String id = json.getString("client.id");
        assertThat(created.header("Location")).endsWith(PATH + "/" + id);
        assertThat(json.getString("secret")).matches("[A-Za-z0-9_-]{43}");
        assertThat(json.getString("client.idTokenAlgorithm")).isEqualTo("RS256");
        Response read = Person.administrator().api().get(PATH + "/" + id);
        assertThat(read.asString()).doesNotContain(json.getString("secret")).doesNotContain("secretHash");
        assertThat(read.jsonPath().getList("redirectUris")).isEqualTo(List.of(RelyingParty.REDIRECT));
    }

    @Test
    void the_database_holds_no_secret() {
        JsonPath json = create(Map.of()).jsonPath();

        assertThat(TestDatabase.current()
                        .query(
                                "select row_to_json(client)::text from client where id = ?::uuid",
                                json.getString("client.id")))
                .singleElement()
                .asString()
                .doesNotContain(json.getString("secret"));
        assertThat(TestDatabase.current()
                        .query(
                                "select secret_hash = sha256(?::bytea) from client where id = ?::uuid",
                                json.getString("secret"),
                                json.getString("client.id")))
                .containsExactly("t");
    }

    @Test
    void a_confidential_client_can_be_let_off_pkce_and_a_public_one_cannot() {
        Response excepted = create(Map.of("pkceOptional", true));
        Response usual = create(Map.of());
        Response refused = create(Map.of("pkceOptional", true, "authentication", "NONE"));

        assertThat(excepted.jsonPath().getBoolean("client.pkceOptional")).isTrue();
        assertThat(usual.jsonPath().getBoolean("client.pkceOptional")).isFalse();
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().<String>getList("errors.field")).containsExactly("pkceOptional");
    }

    @Test
    void a_public_client_has_no_secret() {
        assertThat(create(Map.of("authentication", "NONE")).jsonPath().<Object>get("secret"))
                .isNull();
    }

    @Test
    void what_cannot_be_registered_is_told_field_by_field() {
        Response refused =
                create(Map.of("redirectUris", List.of("http://client.example/cb"), "scopes", List.of("root")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().<String>getList("errors.field"))
                .containsExactlyInAnyOrder("redirectUris[0]", "scopes");
        assertThat(create(Map.of("name", " ")).statusCode()).isEqualTo(400);
        assertThat(create(Map.of("name", "a".repeat(101))).statusCode()).isEqualTo(400);
        assertThat(create(Map.of("trusted", true)).statusCode()).isEqualTo(400);
    }

    @Test
    void a_change_wants_the_version_that_was_read() {
        JsonPath created = create(Map.of()).jsonPath();
        String id = created.getString("client.id");
        Map<String, Object> changed = RelyingParty.metadata();
        changed.put("name", "Storm board");

        Response first = put(id, "\"0\"", changed);
        Response stale = put(id, "\"0\"", changed);
        Response blind = Person.administrator().api().body(changed).put(PATH + "/" + id);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(first.jsonPath().getString("client.name")).isEqualTo("Storm board");
        // It keeps the secret it has.
        assertThat(first.jsonPath().<Object>get("secret")).isNull();
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(blind.statusCode()).isEqualTo(428);
    }

    @Test
    void a_client_that_begins_to_show_itself_by_a_secret_gets_one() {
        String id = create(Map.of("authentication", "NONE")).jsonPath().getString("client.id");

        Response changed = put(id, "\"0\"", RelyingParty.metadata());

        assertThat(changed.jsonPath().getString("secret")).hasSize(43);
    }

    @Test
    void a_new_secret_takes_the_place_of_the_old_one() {
        RelyingParty client = RelyingParty.registered();

        Response rotated = Person.administrator().api().post(PATH + "/" + client.id() + "/secret");

        assertThat(rotated.statusCode()).isEqualTo(200);
        assertThat(rotated.jsonPath().getString("secret")).hasSize(43).isNotEqualTo(client.secret());
        assertThat(client.refresh("x".repeat(43)).jsonPath().getString("error")).isEqualTo("invalid_client");
    }

    @Test
    void a_public_client_has_nothing_to_rotate() {
        RelyingParty client = RelyingParty.publicClient();

        assertThat(Person.administrator()
                        .api()
                        .post(PATH + "/" + client.id() + "/secret")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_deleted_client_is_gone_and_all_it_was_given() {
        RelyingParty client = RelyingParty.registered();
        JsonPath tokens = client.signIn(Person.someone(), "openid");

        Response deleted = Person.administrator().api().delete(PATH + "/" + client.id());

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(Person.administrator().api().get(PATH + "/" + client.id()).statusCode())
                .isEqualTo(404);
        assertThat(Person.administrator().api().delete(PATH + "/" + client.id()).statusCode())
                .isEqualTo(404);
        assertThat(client.refresh(tokens.getString("refresh_token")).statusCode())
                .isEqualTo(401);
        assertThat(RelyingParty.userInfo(tokens.getString("access_token")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_list_goes_page_by_page_newest_first() {
        String one = create(Map.of()).jsonPath().getString("client.id");
        String two = create(Map.of()).jsonPath().getString("client.id");
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = Person.administrator()
                    .api()
                    .queryParam("limit", 2)
                    .queryParams(next.isEmpty() ? Map.of() : Map.of("cursor", next))
                    .get(PATH)
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next") == null ? "" : page.getString("next");
        } while (!next.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().contains(one, two);
        assertThat(seen.indexOf(two)).isLessThan(seen.indexOf(one));
        assertThat(Person.administrator().api().get(PATH + "?cursor=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void every_change_stands_in_the_audit_trail_once_without_the_secret() {
        JsonPath created = create(Map.of()).jsonPath();
        String id = created.getString("client.id");
        put(id, "\"0\"", RelyingParty.metadata());
        Response rotated = Person.administrator().api().post(PATH + "/" + id + "/secret");
        Person.administrator().api().delete(PATH + "/" + id);

        assertThat(TestDatabase.current().query("select action from audit_event where object_id = ? order by id", id))
                .containsExactly("client.created", "client.changed", "client.secret-rotated", "client.deleted");
        assertThat(TestDatabase.current()
                        .query(
                                "select coalesce(before::text, '') || coalesce(after::text, '') from audit_event"
                                        + " where object_id = ?",
                                id))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(created.getString("secret"))
                        .doesNotContain(rotated.jsonPath().getString("secret")));
    }

    @Test
    void nobody_else_has_anything_to_do_with_clients() {
        Map<String, Object> body = new HashMap<>(RelyingParty.metadata());
        String any = PATH + "/" + UUID.randomUUID();
        Person person = Person.someone();

        assertThat(person.api().get(PATH).statusCode()).isEqualTo(403);
        assertThat(person.api().body(body).post(PATH).statusCode()).isEqualTo(403);
        assertThat(person.api().get(any).statusCode()).isEqualTo(403);
        assertThat(person.api().header("If-Match", "\"0\"").body(body).put(any).statusCode())
                .isEqualTo(403);
        assertThat(person.api().post(any + "/secret").statusCode()).isEqualTo(403);
        assertThat(person.api().delete(any).statusCode()).isEqualTo(403);
    }
}
