package org.ectsuite.auth.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.auth.ServiceUnderTest;
import org.ectsuite.testsupport.TestDatabase;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogoutResourceTest {

    private static final String PATH = "/auth/oauth/logout";

    /** Tokens that the client's back channel got, whatever it answered. */
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** How many times the client fails first. */
    private final AtomicInteger failures = new AtomicInteger();

    private volatile int failure = 503;
    private HttpServer backChannel;

    LogoutResourceTest() throws IOException {
        backChannel = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        backChannel.createContext("/logout", this::hear);
        backChannel.start();
    }

    @AfterEach
    void close() {
        backChannel.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            heard.add(body.replace("logout_token=", ""));
            exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? failure : 200, -1);
        }
    }

    private RelyingParty client() {
        return RelyingParty.registered(Map.of(
                "backChannelLogoutUri",
                "http://127.0.0.1:" + backChannel.getAddress().getPort() + "/logout"));
    }

    private static String path(Map<String, String> parameters) {
        return RelyingParty.path(parameters).replace("/auth/oauth/authorize?", PATH + "?");
    }

    private static boolean signedIn(Person person) {
        return person.browser().token().statusCode() == 200;
    }

    private void awaitHeard(int number) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> heard.size() >= number);
    }

    private static void awaitNothingLeft(RelyingParty client) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> TestDatabase.current()
                        .query("select id::text from logout_notice where client_id = ?::uuid", client.id())
                        .isEmpty());
    }

    @Test
    void a_client_that_shows_an_id_token_signs_its_person_out_and_gets_him_back() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        JsonPath tokens = client.signIn(person, "openid");

        Response response = person.browser()
                .get(path(Map.of(
                        "id_token_hint",
                        tokens.getString("id_token"),
                        "post_logout_redirect_uri",
                        RelyingParty.AFTER_LOGOUT,
                        "state",
                        "a b&c")));

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).isEqualTo(RelyingParty.AFTER_LOGOUT + "?state=a+b%26c");
        assertThat(person.browser().cookie("ect_session")).isEmpty();
        assertThat(person.browser().cookie("ect_refresh")).isEmpty();
        assertThat(RelyingParty.userInfo(tokens.getString("access_token")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void without_an_id_token_the_person_is_asked() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        client.signIn(person, "openid");

        Response page = person.browser()
                .get(path(Map.of(
                        "client_id",
                        client.id(),
                        "post_logout_redirect_uri",
                        RelyingParty.AFTER_LOGOUT,
                        "state",
                        "s")));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(signedIn(person)).isTrue();
        Response done = person.browser().submit(page, PATH + "/confirm", Map.of());

        assertThat(RelyingParty.onward(done)).isEqualTo(RelyingParty.AFTER_LOGOUT + "?state=s");
        assertThat(signedIn(person)).isFalse();
    }

    @Test
    void nobody_is_signed_out_by_a_forged_form() {
        Person person = Person.someone();
        Response page = person.browser().get(PATH);

        Response forged = person.browser().submit(page, PATH + "/confirm", Map.of("csrf", "x"));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(signedIn(person)).isTrue();
    }

    @Test
    void the_id_token_of_another_does_not_sign_me_out() {
        RelyingParty client = RelyingParty.registered();
        String hint = client.signIn(Person.someone(), "openid").getString("id_token");
        Person me = Person.someone();

        Response page = me.browser().get(path(Map.of("id_token_hint", hint)));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("csrf");
        assertThat(signedIn(me)).isTrue();
    }

    @Test
    void nobody_is_sent_where_the_client_is_not_at_home() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        String hint = client.signIn(person, "openid").getString("id_token");

        for (Map<String, String> wrong : List.of(
                Map.of("id_token_hint", hint, "post_logout_redirect_uri", "https://evil.example/"),
                Map.of("id_token_hint", hint, "post_logout_redirect_uri", RelyingParty.AFTER_LOGOUT + "/"),
                Map.of("post_logout_redirect_uri", RelyingParty.AFTER_LOGOUT),
                Map.of(
                        "id_token_hint",
                        hint,
                        "client_id",
                        RelyingParty.registered().id(),
                        "post_logout_redirect_uri",
                        RelyingParty.AFTER_LOGOUT))) {
            Response response = person.browser().get(path(wrong));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.header("Location")).isNull();
        }
        assertThat(signedIn(person)).isTrue();
    }

    @Test
    void whoever_is_not_signed_in_goes_on_at_once() {
        RelyingParty client = RelyingParty.registered();

        Response response = new Browser()
                .get(path(Map.of("client_id", client.id(), "post_logout_redirect_uri", RelyingParty.AFTER_LOGOUT)));

        assertThat(response.header("Location")).isEqualTo(RelyingParty.AFTER_LOGOUT);
        assertThat(new Browser().get(PATH).statusCode()).isEqualTo(200);
    }

    @Test
    void takes_a_request_by_form_too() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        Map<String, String> request = new HashMap<>(
                Map.of("id_token_hint", client.signIn(person, "openid").getString("id_token")));

        Response done = person.browser().follow(new Browser().post(PATH, request));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(signedIn(person)).isFalse();
    }

    // ---- back channel ----

    @Test
    void a_client_hears_that_its_person_has_signed_out() throws Exception {
        RelyingParty client = client();
        Person person = Person.someone();
        JsonPath tokens = client.signIn(person, "openid");

        person.browser().signOut();
        awaitHeard(1);

        JsonWebSignature token = new JsonWebSignature();
        token.setCompactSerialization(heard.getFirst());
        token.setKey(new JsonWebKeySet(Person.anonymous().get("/auth/jwks").asString())
                .findJsonWebKey(token.getKeyIdHeaderValue(), "RSA", "sig", "RS256")
                .getKey());
        assertThat(token.verifySignature()).isTrue();
        assertThat(token.getHeader("typ")).isEqualTo("logout+jwt");
        JsonPath claims = RelyingParty.claims(heard.getFirst());
        assertThat(claims.getString("iss")).isEqualTo(ServiceUnderTest.PUBLIC_URL + "/auth");
        assertThat(claims.getString("aud")).isEqualTo(client.id());
        assertThat(claims.getString("sid"))
                .isEqualTo(RelyingParty.claims(tokens.getString("id_token")).getString("sid"));
        assertThat(claims.getString("sub")).isEqualTo(person.id().toString());
        assertThat(claims.getMap("events").keySet())
                .isEqualTo(java.util.Set.of("http://schemas.openid.net/event/backchannel-logout"));
        assertThat(claims.<Object>get("nonce")).isNull();
        awaitNothingLeft(client);
    }

    @Test
    void a_client_that_does_not_hear_is_told_again() {
        RelyingParty client = client();
        Person person = Person.someone();
        client.signIn(person, "openid");
        failures.set(1);

        person.browser().signOut();
        awaitHeard(2);

        assertThat(RelyingParty.claims(heard.get(1)).getString("jti"))
                .isEqualTo(RelyingParty.claims(heard.get(0)).getString("jti"));
        awaitNothingLeft(client);
        assertThat(heard).hasSize(2);
    }

    @Test
    void a_client_that_cannot_is_left_alone() {
        RelyingParty client = client();
        Person person = Person.someone();
        client.signIn(person, "openid");
        failure = 400;
        failures.set(9);

        person.browser().signOut();
        awaitHeard(1);

        awaitNothingLeft(client);
        assertThat(heard).hasSize(1);
    }

    @Test
    void it_hears_of_a_suspension_and_of_offline_sessions_too() {
        RelyingParty client = client();
        Person person = Person.someone();
        client.signIn(person, "openid offline_access");

        Person.administrator().api().body(Map.of("reason", "test")).put("/auth/accounts/" + person.id() + "/ban");

        awaitHeard(1);
        awaitNothingLeft(client);
    }

    @Test
    void a_client_that_gives_its_tokens_back_knows_already() {
        RelyingParty client = client();
        Person person = Person.someone();
        String refresh = client.signIn(person, "openid").getString("refresh_token");

        client.post("/auth/oauth/revoke", Map.of("token", refresh));
        person.browser().signOut();

        assertThat(TestDatabase.current()
                        .query("select id::text from logout_notice where client_id = ?::uuid", client.id()))
                .isEmpty();
    }
}
