package org.ectsuite.auth.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Map;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ProviderServer;
import org.ectsuite.auth.ProviderServer.Somebody;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.auth.SignInMail;

/** A browser on its way to providers and back. */
final class Traveller {

    static final String CONFIRM = "/auth/identities/confirm";

    private Traveller() {}

    /** Presses the button of a provider; gives the address there. */
    static String setOut(Browser browser, String provider) {
        return setOut(browser, provider, "/nets/new");
    }

    static String setOut(Browser browser, String provider, String returnTo) {
        Response page = browser.get("/auth/sign-in?return_to=" + returnTo);
        assertThat(page.asString()).contains("action=\"/auth/sign-in/with/" + provider + "\"");
        return RelyingParty.onward(browser.submit(page, "/auth/sign-in/with/" + provider, Map.of()));
    }

    /** All the way to the answer of our own callback. */
    static Response signIn(Browser browser, Somebody who) {
        return browser.get(ProviderServer.agree(setOut(browser, who.provider()), who));
    }

    /** A browser in which somebody is signed in by way of a provider. */
    static Browser signedIn(Somebody who) {
        Browser browser = new Browser();
        Response back = signIn(browser, who);
        assertThat(back.statusCode()).as(back.asString()).isEqualTo(303);
        assertThat(Browser.pathOf(back)).isEqualTo("/nets/new");
        return browser;
    }

    /** Whose browser it is. */
    static String emailOf(Browser browser) {
        String token = browser.token().jsonPath().getString("access_token");
        return Person.withToken(token).get("/auth/me").jsonPath().getString("email");
    }

    /** Proves the mailbox by the form of a page, in the browser that shows the page; gives where that leads. */
    static Response prove(Browser browser, Response page, String email) {
        int before = SignInMail.to(email).size();
        assertThat(browser.submit(page, "/auth/sign-in/link", Map.of("email", email))
                        .statusCode())
                .isEqualTo(303);
        Response landing = browser.get(SignInMail.await(email, before + 1).path());
        return browser.submit(landing, "/auth/sign-in/link/redeem", Map.of());
    }

    /** Presses a button of the page on which an identity waits. */
    static Response decide(Browser browser, String decision) {
        return browser.submit(browser.get(CONFIRM), CONFIRM, Map.of("decision", decision));
    }

    /** Somebody who is signed in goes to a provider to link an identity; gives the address there. */
    static String setOutToLink(Person person, String provider) {
        Response started = person.browser()
                .request()
                .header("Authorization", "Bearer " + person.accessToken())
                .post("/auth/me/identities/" + provider);
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(200);
        person.browser().cookie("ect_with", started.cookie("ect_with"));
        return started.jsonPath().getString("address");
    }

    /** All the way to the answer of our own callback. */
    static Response link(Person person, Somebody who) {
        return person.browser().get(ProviderServer.agree(setOutToLink(person, who.provider()), who));
    }
}
