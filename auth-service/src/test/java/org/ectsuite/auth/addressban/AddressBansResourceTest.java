package org.ectsuite.auth.addressban;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.SecurityAlert;
import org.ectsuite.auth.ServiceUnderTest;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AddressBansResourceTest {

    private static final String PATH = "/auth/admin/address-bans";
    private static final int FAILURES = ServiceUnderTest.FAILURES_TO_BAN;

    /** An address of the network for documentation that no other test has. */
    private static String freshAddress() {
        UUID random = UUID.randomUUID();
        return "2001:db8:%x:%x::7"
                .formatted(
                        (random.getMostSignificantBits() & 0xFFF) | 0x1000,
                        (random.getLeastSignificantBits() & 0xFFF) | 0x1000);
    }

    private static Response fail(String address) {
        return RestAssured.given()
                .basePath("")
                .header("X-Forwarded-For", address)
                .header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.")
                .get("/auth/me");
    }

    private static void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(fail(address).statusCode()).isEqualTo(401);
        }
    }

    private static Response ask(Browser browser, String email) {
        return browser.submit(browser.get("/auth/sign-in"), "/auth/sign-in/link", Map.of("email", email));
    }

    private static int askStatus(String address) {
        return ask(new Browser().address(address), Person.freshAddress()).statusCode();
    }

    private static JsonPath ban(String address) {
        fail(address, FAILURES);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !of(address).isEmpty());
        return list("").setRootPath("items.find { it.network == '" + network(address) + "' }");
    }

    private static String network(String address) {
        return address.replace("::7", "::/64");
    }

    private static List<String> of(String address) {
        return TestDatabase.current()
                .query("select id::text from address_ban where network = ? and lifted_at is null", network(address));
    }

    private static JsonPath list(String query) {
        Response response = Person.administrator().api().get(PATH + "?limit=200" + query);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.jsonPath();
    }

    @Test
    void too_many_failures_close_the_ways_in() {
        // Given
        String address = freshAddress();
        assertThat(askStatus(address)).isEqualTo(303);

        // When
        JsonPath ban = ban(address);

        // Then
        Response refused = ask(new Browser().address(address), Person.freshAddress());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3500, 3600);
        assertThat(ban.getInt("failures")).isEqualTo(FAILURES);
        assertThat(ban.<String>getList("reasons")).hasSize(1);
        assertThat(ban.getBoolean("inForce")).isTrue();
        assertThat(TestDatabase.current()
                        .query(
                                "select action || ' ' || actor_subject from audit_event where object_id = ?",
                                ban.getString("id")))
                .containsExactly("address-ban.imposed auth-service");
    }

    private static void quietForAnHour() {
        TestDatabase.current()
                .update(
                        "update address_ban set created_at = created_at - interval '1 hour' where created_at > now() - interval '1 hour'");
    }

    @Test
    void administrators_hear_of_a_burst_once() {
        // Given
        List<String> addresses = List.of(freshAddress(), freshAddress(), freshAddress());

        // When
        quietForAnHour();
        ban(addresses.get(0));
        ban(addresses.get(1));
        quietForAnHour();
        ban(addresses.get(2));

        // Then
        SecurityAlert.await("FAILURE_BURST", network(addresses.get(0)));
        SecurityAlert.await("FAILURE_BURST", network(addresses.get(2)));
        assertThat(SecurityAlert.of("FAILURE_BURST", network(addresses.get(1)))).isEmpty();
    }

    @Test
    void one_failure_less_does_not() {
        String address = freshAddress();

        fail(address, FAILURES - 1);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> TestDatabase.current()
                                .query("select id::text from address_failure where network = ?", network(address))
                                .size()
                        == FAILURES - 1);
        assertThat(askStatus(address)).isEqualTo(303);
    }

    @Test
    void a_program_that_wants_no_page_gets_a_problem() {
        String address = freshAddress();
        ban(address);

        Response refused = RestAssured.given()
                .basePath("")
                .header("X-Forwarded-For", address)
                .header("Accept", "*/*")
                .contentType("application/x-www-form-urlencoded")
                .post("/auth/sign-in/link");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("address-banned");
    }

    @Test
    void an_ipv6_client_is_banned_with_its_network_and_its_neighbour_is_not() {
        String address = freshAddress();
        ban(address);

        assertThat(askStatus(address.replace("::7", ":a:b:c:d"))).isEqualTo(429);
        assertThat(askStatus(freshAddress())).isEqualTo(303);
    }

    @Test
    void who_is_signed_in_stays_in() {
        // Given
        String address = freshAddress();
        String email = Person.freshAddress();
        Browser browser = Person.signIn(email, new Browser().address(address));

        // When
        ban(address);

        // Then
        Response renewed = browser.token();
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(Person.withToken(renewed.jsonPath().getString("access_token"))
                        .header("X-Forwarded-For", address)
                        .get("/auth/me")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobody_is_locked_out_by_a_stranger_who_fails_in_his_name() {
        // Given: a stranger who tries the codes of somebody else's sign-in
        String email = Person.someone().email();
        String stranger = freshAddress();
        Browser guesser = new Browser().address(stranger);
        for (int i = 0; i < FAILURES; i++) {
            if (i % 4 == 0) {
                ask(guesser, Person.freshAddress());
            }
            Response page = guesser.get("/auth/sign-in/code");
            guesser.submit(page, "/auth/sign-in/code", Map.of("code", "0000-000" + i % 10));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !of(stranger).isEmpty());

        // When
        Browser owner = Person.signIn(email, new Browser().address(freshAddress()));

        // Then
        assertThat(owner.token().statusCode()).isEqualTo(200);
        assertThat(askStatus(stranger)).isEqualTo(429);
    }

    @Test
    void what_happens_to_honest_people_does_not_count() {
        String address = freshAddress();
        Browser browser = new Browser().address(address);

        for (int i = 0; i < FAILURES + 1; i++) {
            browser.cookie("ect_refresh", "x".repeat(43));
            assertThat(browser.token().statusCode()).isEqualTo(401);
        }
        // A failure that counts comes after them, and is the only one.
        fail(address, 1);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !TestDatabase.current()
                        .query("select id::text from address_failure where network = ?", network(address))
                        .isEmpty());
        assertThat(TestDatabase.current()
                        .query("select id::text from address_failure where network = ?", network(address)))
                .hasSize(1);
        assertThat(askStatus(address)).isEqualTo(303);
    }

    @Test
    void a_proxy_and_the_machine_itself_are_never_banned() {
        // No header: the request seems to come from the proxy. And what a client writes into the header is not
        // believed.
        for (int i = 0; i < FAILURES + 1; i++) {
            RestAssured.given()
                    .basePath("")
                    .header("Authorization", "Bearer x.y.z")
                    .get("/auth/me");
            fail("127.0.0.1");
        }
        String later = freshAddress();
        ban(later);

        assertThat(TestDatabase.current().query("select network from address_ban where network like '127.%'"))
                .isEmpty();
        assertThat(TestDatabase.current().query("select network from address_failure where network like '127.%'"))
                .isEmpty();
    }

    @Test
    void a_spoofed_header_neither_bans_another_nor_saves_oneself() {
        // Given: the proxy adds the true address at the right
        String victim = freshAddress();
        String liar = freshAddress();

        // When
        fail(victim + ", " + liar, FAILURES);

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !of(liar).isEmpty());
        assertThat(askStatus(victim)).isEqualTo(303);
        assertThat(askStatus(freshAddress() + ", " + liar)).isEqualTo(429);
    }

    @Test
    void an_administrator_lifts_a_ban_and_counting_begins_anew() {
        // Given
        String address = freshAddress();
        String id = ban(address).getString("id");

        // When
        Response lifted = Person.administrator().api().delete(PATH + "/" + id);

        // Then
        assertThat(lifted.statusCode()).isEqualTo(200);
        assertThat(lifted.jsonPath().getBoolean("inForce")).isFalse();
        assertThat(askStatus(address)).isEqualTo(303);
        fail(address, 1);
        assertThat(askStatus(address)).isEqualTo(303);
        assertThat(TestDatabase.current()
                        .query("select action from audit_event where object_id = ? order by position", id))
                .containsExactly("address-ban.imposed", "address-ban.lifted");
        assertThat(list("").getList("items.id")).doesNotContain(id);
        assertThat(list("&past=true").getList("items.id")).contains(id);
        assertThat(Person.administrator().api().delete(PATH + "/" + id).statusCode())
                .isEqualTo(200);
        assertThat(Person.administrator()
                        .api()
                        .delete(PATH + "/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_ban_ends_by_itself() {
        String address = freshAddress();
        String id = ban(address).getString("id");

        TestDatabase.current()
                .update(
                        "update address_ban set created_at = created_at - interval '2 hours',"
                                + " until = until - interval '1 hour' where id = ?::uuid",
                        id);

        assertThat(askStatus(address)).isEqualTo(303);
        assertThat(list("").getList("items.id")).doesNotContain(id);
    }

    @Test
    void only_administrators_see_and_lift_bans() {
        Person person = Person.someone();

        assertThat(person.api().get(PATH).statusCode()).isEqualTo(403);
        assertThat(person.api().delete(PATH + "/" + UUID.randomUUID()).statusCode())
                .isEqualTo(403);
    }
}
