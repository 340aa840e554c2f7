package org.ectsuite.auth.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ProviderServer;
import org.ectsuite.auth.ProviderServer.Fault;
import org.ectsuite.auth.ProviderServer.Somebody;
import org.ectsuite.testsupport.MutableClock;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SocialLifeTest {

    @Inject
    MutableClock clock;

    private final Browser browser = new Browser();
    private final Somebody who = ProviderServer.atGoogle(Person.freshAddress());

    @BeforeEach
    void stopClock() {
        clock.stopAt(clock.instant());
        ProviderServer.tellTimeBy(clock::instant);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
        ProviderServer.comeBack();
    }

    @Test
    void who_is_back_in_time_comes_in() {
        String address = Traveller.setOut(browser, "google");
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));

        Response back = browser.get(ProviderServer.agree(address, who));

        assertThat(Browser.pathOf(back)).isEqualTo("/nets/new");
    }

    @Test
    void who_is_back_a_second_too_late_does_not() {
        String address = Traveller.setOut(browser, "google");
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));

        Response back = browser.get(ProviderServer.agree(address, who));

        assertThat(back.statusCode()).isEqualTo(400);
        assertThat(browser.cookie("ect_refresh")).isEmpty();
    }

    @Test
    void an_identity_does_not_wait_for_ever() {
        Person owner = Person.someone();
        Traveller.signIn(owner.browser(), ProviderServer.atGoogle(owner.email()));
        assertThat(owner.browser().get(Traveller.CONFIRM).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(20).plusSeconds(1));

        Response late = owner.browser().get(Traveller.CONFIRM);

        assertThat(late.statusCode()).isEqualTo(410);
    }

    @Test
    void a_wrong_client_secret_is_told_to_the_operator_without_the_secret() {
        List<LogRecord> log = new CopyOnWriteArrayList<>();
        Handler keeper = keeper(log);
        Logger logger = Logger.getLogger("org.ectsuite.auth.social");
        logger.addHandler(keeper);
        try {
            Traveller.signIn(browser, who.with(Fault.UNKNOWN_CLIENT));
        } finally {
            logger.removeHandler(keeper);
        }

        assertThat(log).singleElement().satisfies(line -> {
            assertThat(line.getLevel().getName()).isEqualTo("ERROR");
            assertThat(new PatternFormatter("%s").format(line))
                    .contains("Google", "invalid_client", "ect.auth.social.google.client-id")
                    .doesNotContain(ProviderServer.CLIENT_SECRET);
        });
    }

    private static Handler keeper(List<LogRecord> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void a_provider_that_is_away_leaves_the_other_ways_open() {
        // Given nothing that is remembered of it
        clock.advance(Duration.ofHours(2));
        ProviderServer.leave("google");

        // When
        Response page = browser.submit(browser.get("/auth/sign-in"), "/auth/sign-in/with/google", Map.of());

        // Then
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.asString()).contains("Google does not answer", "id=\"send-link\"", "id=\"with-github\"");
        assertThat(browser.cookie("ect_with")).isEmpty();
        Browser other = Traveller.signedIn(ProviderServer.atGitHub(Person.freshAddress()));
        assertThat(other.token().statusCode()).isEqualTo(200);
    }

    @Test
    void the_account_page_says_that_a_provider_is_away() {
        clock.advance(Duration.ofHours(2));
        Person person = Person.someone();
        ProviderServer.leave("microsoft");

        Response answer = person.api().post("/auth/me/identities/microsoft");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("provider-unavailable");
    }

    @Test
    void a_provider_is_not_asked_each_time_what_it_is() {
        Traveller.signedIn(who);
        int before = ProviderServer.requests("/google/.well-known/openid-configuration");
        int keys = ProviderServer.requests("/google/keys");

        Traveller.signedIn(who);

        assertThat(ProviderServer.requests("/google/.well-known/openid-configuration"))
                .isEqualTo(before);
        assertThat(ProviderServer.requests("/google/keys")).isEqualTo(keys);
    }
}
