package org.ectsuite.auth.logout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.auth.client.ClientAuthentication;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.idtoken.IdTokenHint;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.ectsuite.auth.logout.LogoutRequest.Course;
import org.ectsuite.auth.session.BrowserSession;
import org.ectsuite.auth.session.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LogoutRequestTest {

    private static final String BYE = "https://client.example/bye";
    private static final UUID ANN = UUID.fromString("0197a1b2-0000-7000-8000-000000000001");
    private static final UUID BOB = UUID.fromString("0197a1b2-0000-7000-8000-000000000002");

    private static final Optional<OAuthClient> CLIENT = Optional.of(new OAuthClient(
            "client-1",
            null,
            "Board",
            ClientAuthentication.SECRET,
            List.of(),
            List.of(BYE),
            null,
            Set.of(),
            Set.of(),
            Set.of(),
            SigningAlgorithm.RS256,
            false,
            null));

    private static Optional<IdTokenHint> hint(UUID person, String client) {
        return Optional.of(new IdTokenHint(person, client, null));
    }

    private static Course course(
            Optional<OAuthClient> client, Optional<IdTokenHint> hint, @Nullable String redirectUri) {
        return new LogoutRequest(client, hint, redirectUri, null)
                .course(Optional.of(new BrowserSession(UUID.randomUUID(), ANN, Instant.EPOCH, Method.EMAIL)));
    }

    @Test
    void a_client_that_shows_whom_it_speaks_of_has_him_signed_out() {
        assertThat(course(CLIENT, hint(ANN, "client-1"), BYE)).isEqualTo(Course.SIGN_OUT);
        assertThat(course(CLIENT, hint(ANN, "client-1"), null)).isEqualTo(Course.SIGN_OUT);
    }

    @Test
    void otherwise_the_person_is_asked() {
        assertThat(course(CLIENT, Optional.empty(), BYE)).isEqualTo(Course.ASK);
        assertThat(course(CLIENT, hint(BOB, "client-1"), BYE)).isEqualTo(Course.ASK);
        assertThat(course(Optional.empty(), Optional.empty(), null)).isEqualTo(Course.ASK);
    }

    @Test
    void a_client_that_shows_anothers_token_is_refused() {
        assertThat(course(CLIENT, hint(ANN, "client-2"), BYE)).isEqualTo(Course.REFUSE);
    }

    @Test
    void nobody_goes_to_an_address_without_a_client_that_has_registered_it() {
        assertThat(course(Optional.empty(), Optional.empty(), BYE)).isEqualTo(Course.REFUSE);
        assertThat(course(CLIENT, Optional.empty(), BYE + "/")).isEqualTo(Course.REFUSE);
    }

    @ParameterizedTest
    @FieldSource("org.ectsuite.auth.signin.OpenRedirects#CORPUS")
    void nobody_goes_to_a_stranger(String uri) {
        assertThat(course(CLIENT, hint(ANN, "client-1"), uri)).isEqualTo(Course.REFUSE);
    }

    @Test
    void where_nobody_is_signed_in_there_is_nothing_to_do() {
        assertThat(new LogoutRequest(CLIENT, Optional.empty(), BYE, null).course(Optional.empty()))
                .isEqualTo(Course.NOTHING);
    }
}
