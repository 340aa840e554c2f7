package org.ectsuite.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.testsupport.MutableClock;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionLifeTest {

    @Inject
    MutableClock clock;

    private Person person;
    private Browser browser;

    @BeforeEach
    void signIn() {
        person = Person.someone();
        browser = person.browser();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void the_grace_ends_after_ten_seconds() {
        // Given
        clock.stopAt(clock.instant());
        String cookie = browser.cookie("ect_refresh");
        browser.token();
        clock.advance(Duration.ofSeconds(10));

        // When
        int status = browser.cookie("ect_refresh", cookie).token().statusCode();

        // Then
        assertThat(status).isEqualTo(401);
        assertThat(TestDatabase.current()
                        .query("select end_reason from session where id = ?::uuid", person.claim("sid")))
                .containsExactly("REUSE");
    }

    @Test
    void within_the_grace_all_is_well() {
        clock.stopAt(clock.instant());
        String cookie = browser.cookie("ect_refresh");
        browser.token();
        clock.advance(Duration.ofSeconds(10).minusNanos(1000));

        assertThat(browser.cookie("ect_refresh", cookie).token().statusCode()).isEqualTo(200);
    }

    @Test
    void an_idle_session_ends() {
        clock.stopAt(clock.instant());
        browser.token();
        clock.advance(Duration.ofDays(14));

        assertThat(browser.token().statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_that_is_used_lives_on_but_not_for_ever() {
        clock.stopAt(clock.instant());
        browser.token();
        for (int day = 0; day < 26; day += 13) {
            clock.advance(Duration.ofDays(13));
            assertThat(browser.token().statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofDays(4));

        assertThat(browser.token().statusCode()).isEqualTo(401);
    }

    @Test
    void an_access_token_dies_by_itself() {
        // Given
        clock.stopAt(clock.instant());
        person.renew();

        // When: its life and the skew that services allow
        clock.advance(Duration.ofMinutes(10).plusSeconds(30));

        // Then
        assertThat(person.api().get("/auth/me").statusCode()).isEqualTo(401);
    }

    @Test
    void its_use_is_noted_to_the_minute() {
        // Given
        clock.stopAt(clock.instant().plus(Duration.ofHours(1)));
        browser.token();
        Object first = lastSeen();

        // When
        clock.advance(Duration.ofSeconds(60));
        browser.token();
        Object withinTheMinute = lastSeen();
        clock.advance(Duration.ofSeconds(1));
        browser.token();
        Object afterIt = lastSeen();

        // Then
        assertThat(withinTheMinute).isEqualTo(first);
        assertThat(afterIt).isNotEqualTo(first);
    }

    private Object lastSeen() {
        return TestDatabase.current()
                .query("select last_seen_at from account where id = ?::uuid", person.claim("sub"))
                .getFirst();
    }
}
