package org.ectsuite.auth.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.auth.Authenticator;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Passkeyring;
import org.ectsuite.auth.Person;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReviewResourceTest {

    private static final String PATH = "/auth/admin/account-review";

    private static Response get(String path) {
        return Person.administrator().api().get(path);
    }

    private static List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = get(PATH + "?limit=200" + query + cursor).jsonPath();
            ids.addAll(page.getList("items.id"));
            String next = page.getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return ids;
    }

    private static String account(String name, int seenDaysAgo, boolean banned) {
        UUID id = com.github.f4b6a3.uuid.UuidCreator.getTimeOrderedEpoch();
        String email = Person.freshAddress();
        TestDatabase.current().update("""
                        insert into account (id, email, email_key, name, zone, locale, role, created_at, version,
                                             last_seen_at, banned_at, ban_reason)
                        values (?, ?, ?, ?, 'UTC', 'en', 'NCS', now(), 0, now() - make_interval(days => ?),
                                case when ? then now() end, case when ? then 'x' end)""", id, email, email, name, seenDaysAgo, banned, banned);
        return id.toString();
    }

    @Test
    void counts_what_somebody_holds() {
        // Given
        Person person = Person.someone();
        Person.signIn(person.email(), new Browser());
        person.api()
                .body(Map.of("name", "Bot", "scopes", List.of("ectlog:read"), "expiresInDays", 1))
                .post("/auth/me/api-keys");

        // When
        JsonPath list = get(PATH + "?limit=200&apiKeys=true").jsonPath();

        // Then
        list.setRootPath("items.find { it.id == '" + person.id() + "' }");
        assertThat(list.getInt("sessions")).isEqualTo(2);
        assertThat(list.getInt("apiKeys")).isEqualTo(1);
        assertThat(list.getString("email")).isEqualTo(person.email());
        assertThat(list.getString("role")).isEqualTo("USER");
        assertThat(list.getString("status")).isEqualTo("ACTIVE");
        assertThat(list.getString("lastSeenAt")).isNotNull();
    }

    @Test
    void forgets_what_is_over() {
        Person person = Person.someone();
        String key = person.api()
                .body(Map.of("name", "Bot", "scopes", List.of("ectlog:read"), "expiresInDays", 1))
                .post("/auth/me/api-keys")
                .jsonPath()
                .getString("key.id");
        person.api().delete("/auth/me/api-keys/" + key);
        person.browser().signOut();

        assertThat(ids("&apiKeys=false&sessions=false")).contains(person.id().toString());
        assertThat(ids("&apiKeys=true")).doesNotContain(person.id().toString());
        assertThat(ids("&sessions=true")).doesNotContain(person.id().toString());
    }

    @Test
    void tells_who_has_a_second_factor() {
        Person with = Person.someone();
        Authenticator.of(with);
        Person half = Person.someone();
        half.api().post("/auth/me/second-factor/totp");

        assertThat(ids("&secondFactor=true"))
                .contains(with.id().toString())
                .doesNotContain(half.id().toString());
        assertThat(ids("&secondFactor=false"))
                .contains(half.id().toString())
                .doesNotContain(with.id().toString());
    }

    @Test
    void tells_at_which_providers_somebody_is_known() {
        // Given
        Person with = Person.someone();
        identity(with, "GOOGLE");
        identity(with, "GITHUB");
        identity(with, "GOOGLE");
        Person without = Person.someone();

        // When
        JsonPath list = get(PATH + "?limit=200&identities=true").jsonPath();

        // Then
        assertThat(list.<String>getList("items.find { it.id == '" + with.id() + "' }.identities"))
                .containsExactly("github", "google", "google");
        assertThat(ids("&identities=true"))
                .contains(with.id().toString())
                .doesNotContain(without.id().toString());
        assertThat(ids("&identities=false"))
                .contains(without.id().toString())
                .doesNotContain(with.id().toString());
        assertThat(get(PATH + "/export?identities=true").asString())
                .contains(",github google google,0,no," + with.id())
                .doesNotContain(without.id().toString());
    }

    private static void identity(Person person, String provider) {
        UUID id = UUID.randomUUID();
        TestDatabase.current()
                .update(
                        "insert into identity (id, account_id, provider, issuer, subject, label, linked_at)"
                                + " values (?, ?, ?, 'https://issuer.example', ?, 'mia', now())",
                        id,
                        person.id(),
                        provider,
                        id.toString());
    }

    @Test
    void tells_who_has_passkeys() {
        Person with = Person.someone();
        Passkeyring.of(with, "Telephone");
        Passkeyring.of(with, "Key on the ring");
        Person without = Person.someone();

        assertThat(get(PATH + "?limit=200&passkeys=true")
                        .jsonPath()
                        .getInt("items.find { it.id == '" + with.id() + "' }.passkeys"))
                .isEqualTo(2);
        assertThat(ids("&passkeys=true"))
                .contains(with.id().toString())
                .doesNotContain(without.id().toString());
        assertThat(ids("&passkeys=false"))
                .contains(without.id().toString())
                .doesNotContain(with.id().toString());
    }

    @Test
    void finds_those_who_have_not_been_seen_for_long() {
        String lately = account("", 20, false);
        String longAgo = account("", 100, false);
        String gone = account("", 100, true);

        assertThat(ids("&inactiveDays=90")).contains(longAgo, gone).doesNotContain(lately);
        assertThat(ids("&inactiveDays=10")).contains(longAgo, lately);
        assertThat(ids("&inactiveDays=90&status=ACTIVE&role=NCS"))
                .contains(longAgo)
                .doesNotContain(gone);
        assertThat(ids("&inactiveDays=90&status=BANNED")).contains(gone).doesNotContain(longAgo);
        assertThat(ids("&role=LOGGER")).doesNotContain(longAgo);
    }

    @Test
    void leads_through_all_pages() {
        account("", 1, false);
        account("", 1, false);

        List<String> byOne = new ArrayList<>();
        JsonPath first = get(PATH + "?limit=1").jsonPath();
        byOne.add(first.getString("items[0].id"));
        JsonPath second =
                get(PATH + "?limit=1&cursor=" + first.getString("next")).jsonPath();
        byOne.add(second.getString("items[0].id"));

        assertThat(byOne).isEqualTo(ids("").subList(0, 2));
    }

    @Test
    void exports_a_table_in_which_no_name_is_a_formula() {
        String id = account("=HYPERLINK(\"http://evil.example\")", 400, false);

        Response table = get(PATH + "/export?inactiveDays=399");

        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.contentType()).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(table.header("Content-Disposition")).isEqualTo("attachment; filename=\"accounts.csv\"");
        assertThat(table.asString())
                .startsWith(
                        "\uFEFFe-mail,name,callsign,role,status,last seen,created,sessions,api keys,identities,passkeys,second factor,id\r\n")
                .contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"", id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "role=ROOT",
                "status=GONE",
                "inactiveDays=0",
                "cursor=abc",
                "apiKeys=perhaps",
                "identities=perhaps",
                "passkeys=perhaps",
                "secondFactor=perhaps"
            })
    void refuses_what_it_does_not_understand(String query) {
        assertThat(get(PATH + "?" + query).statusCode()).isIn(400, 404);
    }

    @Test
    void refuses_a_table_from_a_cursor_that_is_none() {
        assertThat(get(PATH + "/export?cursor=abc").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "/export"})
    void is_open_to_administrators_alone(String path) {
        assertThat(Person.someone().api().get(path).statusCode()).isEqualTo(403);
        assertThat(Person.anonymous().get(path).statusCode()).isEqualTo(401);
    }
}
