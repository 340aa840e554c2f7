package org.ectsuite.auth.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccountsResourceTest {

    private static Response list(String query) {
        return Person.administrator().api().urlEncodingEnabled(false).get("/auth/accounts?" + query);
    }

    private static UUID account(String email, String name, String role, boolean banned) {
        UUID id = com.github.f4b6a3.uuid.UuidCreator.getTimeOrderedEpoch();
        TestDatabase.current().update("""
                        insert into account (id, email, email_key, name, zone, locale, role, created_at, version,
                                             banned_at, ban_reason)
                        values (?, ?, lower(?), ?, 'UTC', 'en', ?, now(), 0,
                                case when ? then now() end, case when ? then 'x' end)""", id, email, email, name, role, banned, banned);
        return id;
    }

    @Test
    void pages_through_the_accounts_newest_first() {
        // Given
        String tag = UUID.randomUUID().toString();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.addFirst(account(i + "@" + tag + ".example", "Op " + i, "USER", false)
                    .toString());
        }

        // When
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonPath page = list("q=" + tag + "&limit=2" + cursor).jsonPath();
            seen.addAll(page.getList("items.id"));
            String next = page.getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
            pages++;
        } while (!cursor.isEmpty());

        // Then
        assertThat(seen).isEqualTo(expected);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void finds_by_address_name_and_callsign_whatever_the_case() {
        String tag = UUID.randomUUID().toString();
        UUID id = account("Someone@" + tag + ".example", "Zoë " + tag, "NCS", false);
        TestDatabase.current()
                .update(
                        "update account set callsign = 'Z9FIND', gmrs_callsign = 'KZZ9876',"
                                + " earlier_callsigns = 'W1AW Z8FOUND' where id = ?",
                        id);

        assertThat(list("q=SOMEONE@" + tag).jsonPath().getList("items.id")).containsExactly(id.toString());
        assertThat(list("q=zo%C3%AB%20" + tag).jsonPath().getList("items.id")).containsExactly(id.toString());
        assertThat(list("q=z9find").jsonPath().getList("items.id")).containsExactly(id.toString());
        assertThat(list("q=kzz9876").jsonPath().getList("items.id")).containsExactly(id.toString());
        assertThat(list("q=z8found").jsonPath().getList("items.id")).containsExactly(id.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "_", "%5C", "'%20or%20'1'='1"})
    void what_is_searched_for_is_text_and_no_pattern(String text) {
        assertThat(list("q=" + text + UUID.randomUUID()).jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void filters_by_role_and_status() {
        String tag = UUID.randomUUID().toString();
        UUID ncs = account("n@" + tag + ".example", "", "NCS", false);
        UUID banned = account("b@" + tag + ".example", "", "USER", true);

        assertThat(list("q=" + tag + "&role=NCS").jsonPath().getList("items.id"))
                .containsExactly(ncs.toString());
        assertThat(list("q=" + tag + "&status=BANNED").jsonPath().getList("items.id"))
                .containsExactly(banned.toString());
        assertThat(list("q=" + tag + "&status=ACTIVE").jsonPath().getList("items.id"))
                .containsExactly(ncs.toString());
        assertThat(list("q=" + tag + "&status=BANNED&role=NCS").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void shows_what_administrators_need() {
        Person person = Person.someone();

        JsonPath account = Person.administrator()
                .api()
                .get("/auth/accounts/" + person.id())
                .jsonPath();

        assertThat(account.getMap("$").keySet())
                .isEqualTo(java.util.Set.of(
                        "id",
                        "email",
                        "name",
                        "callsign",
                        "gmrsCallsign",
                        "earlierCallsigns",
                        "role",
                        "status",
                        "banReason",
                        "banUntil",
                        "lastSeenAt",
                        "createdAt",
                        "version"));
        assertThat(account.getString("email")).isEqualTo(person.email());
        assertThat(account.getString("lastSeenAt")).isNotNull();
    }

    @Test
    void shows_administrators_where_somebody_is_when_they_ask() {
        // Given
        Person person = located();

        // When
        Response location = Person.administrator().api().get("/auth/accounts/" + person.id() + "/location");

        // Then
        assertThat(location.statusCode()).as(location.asString()).isEqualTo(200);
        assertThat(location.header("Cache-Control")).contains("no-store");
        assertThat(location.jsonPath().getString("place")).isEqualTo("Hidden Hollow");
        assertThat(location.jsonPath().getString("grid")).isEqualTo("FN31");
        assertThat(Person.administrator()
                        .api()
                        .get("/auth/accounts/" + person.id())
                        .asString())
                .doesNotContain("Hidden");
        assertThat(list("q=" + person.email()).asString())
                .contains(person.id().toString())
                .doesNotContain("Hidden");
    }

    @Test
    void a_location_that_was_never_told_is_empty() {
        JsonPath location = Person.administrator()
                .api()
                .get("/auth/accounts/" + Person.someone().id() + "/location")
                .jsonPath();

        assertThat(location.getMap("$").values()).hasSize(4).containsOnlyNulls();
    }

    @Test
    void nobody_else_learns_where_somebody_is() {
        Person person = located();
        String path = "/auth/accounts/" + person.id() + "/location";

        assertThat(Person.someone().api().get(path).statusCode()).isEqualTo(403);
        assertThat(person.api().get(path).statusCode()).isEqualTo(403);
        assertThat(Person.anonymous().get(path).statusCode()).isEqualTo(401);
        assertThat(Person.administrator()
                        .api()
                        .get("/auth/accounts/" + UUID.randomUUID() + "/location")
                        .statusCode())
                .isEqualTo(404);
        assertThat(RelyingParty.claims(person.renew().accessToken()).getMap("$").toString())
                .doesNotContain("Hidden")
                .doesNotContain("location");
    }

    private static Person located() {
        Person person = Person.someone();
        Response response = person.api()
                .header("If-Match", person.api().get("/auth/me").header("ETag"))
                .body(Map.of(
                        "name",
                        "Ann",
                        "zone",
                        "UTC",
                        "locale",
                        "en",
                        "location",
                        Map.of("place", "Hidden Hollow", "grid", "FN31")))
                .put("/auth/me");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return person;
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "role=ROOT", "status=GONE", "cursor=abc", "cursor=MTpY"})
    void refuses_what_it_does_not_understand(String query) {
        Response response = list(query);

        assertThat(response.statusCode()).isIn(400, 404);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }

    @Test
    void an_unknown_account_is_not_found() {
        assertThat(Person.administrator()
                        .api()
                        .get("/auth/accounts/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }
}
