package org.ectsuite.auth.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ProviderServer;
import org.ectsuite.auth.ProviderServer.Somebody;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnIdentitiesResourceTest {

    private static final String PATH = "/auth/me/identities";

    private Person person;

    @BeforeEach
    void signIn() {
        person = Person.someone();
    }

    private static void isProblem(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
    }

    private JsonPath own() {
        return person.api().get(PATH).jsonPath();
    }

    private String linked(Somebody who) {
        Response back = Traveller.link(person, who);
        assertThat(back.statusCode()).as(back.asString()).isEqualTo(303);
        return own().getList("items.id", String.class).getLast();
    }

    private static void signedInLongAgo(Person who) {
        TestDatabase.current()
                .update(
                        "update session set signed_in_at = now() - interval '1 hour' where id = ?::uuid",
                        who.claim("sid"));
    }

    private void wasTold(String event, String subject) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(NotificationServer.received("account-notice").stream()
                                .filter(mail -> mail.recipient()
                                        .path("userId")
                                        .asText()
                                        .equals(person.id().toString()))
                                .map(mail -> mail.data().path("event").asText() + " "
                                        + mail.data().path("subject").asText()))
                        .contains(event + " " + subject));
    }

    private List<String> audited() {
        return TestDatabase.current()
                .query(
                        "select action from audit_event where object_type = 'account' and object_id = ?"
                                + " and action like 'identity.%' order by position",
                        person.id().toString());
    }

    @Test
    void there_are_none_to_begin_with_and_the_providers_are_named() {
        JsonPath own = own();

        assertThat(own.getList("items")).isEmpty();
        assertThat(own.getList("offered.provider")).isEqualTo(List.of("google", "microsoft", "github"));
        assertThat(own.getList("offered.name")).isEqualTo(List.of("Google", "Microsoft", "GitHub"));
    }

    @Test
    void several_can_be_linked_and_each_lets_in() {
        Somebody google = ProviderServer.atGoogle(Person.freshAddress());
        Somebody github = ProviderServer.atGitHub(Person.freshAddress());

        Response back = Traveller.link(person, google);
        linked(github);

        assertThat(Browser.pathOf(back)).isEqualTo("/security");
        assertThat(Traveller.emailOf(Traveller.signedIn(google))).isEqualTo(person.email());
        assertThat(Traveller.emailOf(Traveller.signedIn(github))).isEqualTo(person.email());
        assertThat(own().getList("items.provider")).isEqualTo(List.of("google", "github"));
        assertThat(own().getString("items[0].lastUsedAt")).isNotNull();
        assertThat(own().getString("items[1].label")).isEqualTo(github.claims().get("login"));
        assertThat(audited()).containsExactly("identity.linked", "identity.linked");
        wasTold("IDENTITY_LINKED", "Google: " + google.claims().get("email"));
    }

    @Test
    void linking_needs_no_address() {
        Somebody nameless = ProviderServer.atGitHub(Person.freshAddress()).saying("mails", List.of());

        linked(nameless);

        assertThat(Traveller.emailOf(Traveller.signedIn(nameless))).isEqualTo(person.email());
    }

    @Test
    void linking_twice_changes_nothing() {
        Somebody who = ProviderServer.atGoogle(Person.freshAddress());
        linked(who);

        Response again = Traveller.link(person, who);

        assertThat(Browser.pathOf(again)).isEqualTo("/security");
        assertThat(own().getList("items")).hasSize(1);
        assertThat(audited()).containsExactly("identity.linked");
    }

    @Test
    void what_opens_anothers_account_is_not_linked() {
        Somebody who = ProviderServer.atGoogle(Person.freshAddress());
        Traveller.signedIn(who);

        Response back = Traveller.link(person, who);

        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.asString()).contains("Google was not linked", "opens another account", "href=\"/security\"");
        assertThat(own().getList("items")).isEmpty();
    }

    @Test
    void who_is_signed_out_on_the_way_links_nothing() {
        Somebody who = ProviderServer.atGoogle(Person.freshAddress());
        String path = ProviderServer.agree(Traveller.setOutToLink(person, "google"), who);
        person.browser().signOut();

        Response back = person.browser().get(path);

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.asString()).contains("not signed in any more");
        assertThat(Browser.pathOf(Traveller.signIn(new Browser(), who))).isEqualTo("/nets/new");
    }

    @Test
    void nobody_links_to_the_account_of_whoever_uses_the_browser_now() {
        Somebody who = ProviderServer.atGoogle(Person.freshAddress());
        String path = ProviderServer.agree(Traveller.setOutToLink(person, "google"), who);
        Person other = Person.someone();
        person.browser().cookie("ect_session", other.browser().cookie("ect_session"));

        Response back = person.browser().get(path);

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(other.api().get(PATH).jsonPath().getList("items")).isEmpty();
        assertThat(own().getList("items")).isEmpty();
    }

    @Test
    void an_answer_to_a_link_is_good_in_its_own_browser_alone() {
        String path = ProviderServer.agree(
                Traveller.setOutToLink(person, "google"), ProviderServer.atGoogle(Person.freshAddress()));
        Person victim = Person.someone();
        Traveller.setOutToLink(victim, "google");

        Response misled = victim.browser().get(path);

        assertThat(misled.statusCode()).isEqualTo(400);
        assertThat(victim.api().get(PATH).jsonPath().getList("items")).isEmpty();
    }

    @Test
    void linking_and_unlinking_want_a_fresh_proof() {
        String id = linked(ProviderServer.atGoogle(Person.freshAddress()));
        signedInLongAgo(person);

        isProblem(person.api().post(PATH + "/google"), 401, "step-up-required");
        isProblem(person.api().delete(PATH + "/" + id), 401, "step-up-required");

        assertThat(own().getList("items")).hasSize(1);
    }

    @Test
    void there_is_an_end_to_it() {
        TestDatabase.current()
                .update(
                        "insert into identity (id, account_id, provider, issuer, subject, label, linked_at)"
                                + " select gen_random_uuid(), ?::uuid, 'GOOGLE', 'https://issuer.example',"
                                + " gen_random_uuid()::text, '', now() from generate_series(1, 10)",
                        person.id().toString());

        isProblem(person.api().post(PATH + "/google"), 409, "too-many-identities");
    }

    @Test
    void what_is_taken_off_opens_nothing_any_more() {
        Somebody who = ProviderServer.atGoogle(person.email());
        String id = linked(who);

        int status = person.api().delete(PATH + "/" + id).statusCode();

        assertThat(status).isEqualTo(204);
        assertThat(own().getList("items")).isEmpty();
        assertThat(Browser.pathOf(Traveller.signIn(new Browser(), who))).isEqualTo(Traveller.CONFIRM);
        assertThat(audited()).containsExactly("identity.linked", "identity.unlinked");
        wasTold("IDENTITY_UNLINKED", "Google: " + person.email());
    }

    @Test
    void nobody_takes_off_what_is_anothers() {
        String id = linked(ProviderServer.atGoogle(Person.freshAddress()));
        Person stranger = Person.someone();

        assertThat(stranger.api().delete(PATH + "/" + id).statusCode()).isEqualTo(404);
        assertThat(person.api().delete(PATH + "/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);

        assertThat(own().getList("items")).hasSize(1);
    }

    @Test
    void nobody_takes_his_last_way_in() {
        String id = linked(ProviderServer.atGoogle(Person.freshAddress()));
        TestDatabase.current()
                .update(
                        "update account set email_proven_at = null where id = ?::uuid",
                        person.id().toString());

        isProblem(person.api().delete(PATH + "/" + id), 409, "last-way-in");

        assertThat(own().getList("items")).hasSize(1);
    }

    @Test
    void strangers_see_nothing_and_nobody_links_what_is_not_offered() {
        assertThat(Person.anonymous().get(PATH).statusCode()).isEqualTo(401);
        assertThat(Person.anonymous().post(PATH + "/google").statusCode()).isEqualTo(401);
        assertThat(person.api().post(PATH + "/facebook").statusCode()).isEqualTo(404);
    }
}
