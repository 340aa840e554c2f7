package org.ectsuite.auth.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.SignInMail;
import org.ectsuite.testsupport.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MagicLinkLifeTest {

    private static final Duration LIFE = Duration.ofMinutes(10);

    @Inject
    MutableClock clock;

    private final Browser browser = new Browser();
    private final String email = Person.freshAddress();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private Response ask() {
        return browser.submit(browser.get("/auth/sign-in"), "/auth/sign-in/link", Map.of("email", email));
    }

    private SignInMail mail() {
        clock.stopAt(clock.instant());
        assertThat(ask().statusCode()).isEqualTo(303);
        return SignInMail.await(email, 1);
    }

    @Test
    void a_link_works_until_its_last_moment() {
        SignInMail mail = mail();
        Response landing = browser.get(mail.path());
        clock.advance(LIFE.minusSeconds(1));

        assertThat(browser.submit(landing, "/auth/sign-in/link/redeem", Map.of())
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_link_that_is_a_second_too_old_does_not() {
        // Given
        SignInMail mail = mail();
        Response landing = browser.get(mail.path());
        clock.advance(LIFE.plusSeconds(1));

        // When
        Response in = browser.submit(landing, "/auth/sign-in/link/redeem", Map.of());

        // Then
        assertThat(in.statusCode()).isEqualTo(410);
        assertThat(in.detailedCookie("ect_refresh")).isNull();
        assertThat(browser.get(mail.path()).statusCode()).isEqualTo(410);
    }

    @Test
    void a_code_that_is_a_second_too_old_does_not_either() {
        SignInMail mail = mail();
        Response page = browser.get("/auth/sign-in/code");
        clock.advance(LIFE.plusSeconds(1));

        Response in = browser.submit(page, "/auth/sign-in/code", Map.of("code", mail.code()));

        assertThat(in.statusCode()).isEqualTo(410);
        assertThat(browser.get("/auth/sign-in/code").statusCode()).isEqualTo(303);
    }

    @Test
    void there_is_room_for_a_mail_when_the_oldest_is_ten_minutes_old() {
        // Given
        clock.stopAt(clock.instant());
        for (int i = 0; i < 3; i++) {
            assertThat(ask().statusCode()).isEqualTo(303);
        }
        assertThat(ask().statusCode()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(10));

        // When
        Response fourth = ask();

        // Then
        assertThat(fourth.statusCode()).isEqualTo(303);
    }

    @Test
    void there_is_room_for_ten_mails_a_day() {
        clock.stopAt(clock.instant());
        for (int i = 0; i < 10; i++) {
            assertThat(ask().statusCode()).as("mail %d", i).isEqualTo(303);
            clock.advance(Duration.ofMinutes(11));
        }

        Response eleventh = ask();

        assertThat(eleventh.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(eleventh.header("Retry-After"))).isGreaterThan(20 * 3600);
    }
}
