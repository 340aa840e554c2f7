package org.ectsuite.auth.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.auth.authorization.AuthorizationRequest.Reply;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.session.BrowserSession;
import org.ectsuite.auth.session.Method;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final Instant ARRIVED = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ANN = UUID.fromString("0197a1b2-0000-7000-8000-000000000001");
    private static final UUID BOB = UUID.fromString("0197a1b2-0000-7000-8000-000000000002");

    private Instant signedInAt = ARRIVED.minusSeconds(600);
    private boolean resumed;
    private Optional<UUID> expected = Optional.empty();
    private boolean signedIn = true;
    private boolean agreed = true;
    private boolean asked;

    private Decision on(Set<Prompt> prompts, Optional<Duration> maxAge) {
        AuthorizationRequest request = new AuthorizationRequest(
                new Reply("https://client.example/cb", null),
                List.of("openid"),
                null,
                "x".repeat(43),
                prompts,
                maxAge,
                Optional.empty(),
                Optional.empty());
        return Decision.on(
                request,
                new Decision.Facts(
                        ARRIVED,
                        resumed,
                        expected,
                        signedIn ? Optional.of(session()) : Optional.empty(),
                        agreed,
                        asked));
    }

    private BrowserSession session() {
        return new BrowserSession(UUID.randomUUID(), ANN, signedInAt, Method.EMAIL);
    }

    private Decision on(Prompt... prompts) {
        return on(Set.of(prompts), Optional.empty());
    }

    private static void refuses(Decision decision, OAuthError error) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refuse.class,
                        refused -> assertThat(refused.error()).isEqualTo(error));
    }

    @Test
    void whoever_is_signed_in_and_has_agreed_goes_on() {
        assertThat(on()).isInstanceOf(Decision.Grant.class);
        assertThat(on(Prompt.NONE)).isInstanceOf(Decision.Grant.class);
    }

    @Test
    void nobody_signs_in() {
        signedIn = false;

        assertThat(on()).isInstanceOf(Decision.SignIn.class);
        refuses(on(Prompt.NONE), OAuthError.LOGIN_REQUIRED);
    }

    @Test
    void whoever_has_not_agreed_is_asked() {
        agreed = false;

        assertThat(on()).isInstanceOf(Decision.Ask.class);
        refuses(on(Prompt.NONE), OAuthError.CONSENT_REQUIRED);
        asked = true;
        assertThat(on()).isInstanceOf(Decision.Grant.class);
    }

    @Test
    void a_client_may_want_its_person_asked_again() {
        assertThat(on(Prompt.CONSENT)).isInstanceOf(Decision.Ask.class);
        assertThat(on(Prompt.SELECT_ACCOUNT)).isInstanceOf(Decision.Ask.class);
        asked = true;
        assertThat(on(Prompt.CONSENT)).isInstanceOf(Decision.Grant.class);
    }

    @Test
    void a_client_may_want_its_person_to_sign_in_anew() {
        assertThat(on(Prompt.LOGIN)).isInstanceOf(Decision.SignIn.class);
        signedInAt = ARRIVED.plusSeconds(20);
        assertThat(on(Prompt.LOGIN)).isInstanceOf(Decision.Grant.class);
    }

    @Test
    void a_sign_in_may_be_too_long_ago() {
        assertThat(on(Set.of(), Optional.of(Duration.ofMinutes(10)))).isInstanceOf(Decision.Grant.class);
        assertThat(on(Set.of(), Optional.of(Duration.ofSeconds(599)))).isInstanceOf(Decision.SignIn.class);
        refuses(on(Set.of(Prompt.NONE), Optional.of(Duration.ofSeconds(599))), OAuthError.LOGIN_REQUIRED);
    }

    @Test
    void no_age_at_all_means_anew_and_does_not_lead_in_a_circle() {
        assertThat(on(Set.of(), Optional.of(Duration.ZERO))).isInstanceOf(Decision.SignIn.class);
        signedInAt = ARRIVED;
        assertThat(on(Set.of(), Optional.of(Duration.ZERO))).isInstanceOf(Decision.Grant.class);
    }

    @Test
    void another_person_than_expected_is_not_taken_for_him() {
        expected = Optional.of(BOB);

        assertThat(on()).isInstanceOf(Decision.SignIn.class);
        refuses(on(Prompt.NONE), OAuthError.LOGIN_REQUIRED);
        resumed = true;
        refuses(on(), OAuthError.LOGIN_REQUIRED);
        expected = Optional.of(ANN);
        assertThat(on()).isInstanceOf(Decision.Grant.class);
    }
}
