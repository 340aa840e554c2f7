package org.ectsuite.tokensecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.ectsuite.testsupport.MutableClock;
import org.ectsuite.testsupport.TestTokens;
import org.ectsuite.tokensecurity.Revocations.Entry;
import org.ectsuite.tokensecurity.Revocations.Kind;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private final MutableClock clock = MutableClock.at("2026-03-01T12:00:00Z");
    private final List<RevocationsChanged> changes = new ArrayList<>();
    private String published = TestTokens.jwks();
    private @Nullable Revocations list = new Revocations("\"1\"", List.of());

    private final TokenKeys keys = new TokenKeys(
            () -> Uni.createFrom().item(() -> new TokenKeySource.PublishedKeys(published, Duration.ofMinutes(5))),
            clock,
            TokenKeysTest.config());
    private final RevocationList revocations = new RevocationList(this::ask, new Recorder());
    private final AccessTokens tokens = new AccessTokens(keys, revocations, TokenKeysTest.config(), clock);

    private Uni<Revocations> ask(@Nullable Revocations known) {
        var now = list;
        return now == null
                ? Uni.createFrom().failure(new AuthServiceException("away"))
                : Uni.createFrom().item(now);
    }

    private void refresh() {
        keys.refreshIfDue().await().indefinitely();
        revocations.refresh().await().indefinitely();
    }

    private Caller verify(String token) {
        return tokens.verify(token).await().indefinitely();
    }

    private @Nullable Object refusal(String token) {
        return catchThrowable(() -> verify(token)) instanceof TokenRefusedException refused ? refused.reason() : null;
    }

    private String alice() {
        return TestTokens.user("alice").at(clock).sign();
    }

    @Test
    void is_unavailable_until_keys_and_list_were_fetched_once() {
        var token = alice();

        assertThat(catchThrowable(() -> verify(token)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(CommonProblem.UNAVAILABLE));
        keys.refreshIfDue().await().indefinitely();
        assertThat(catchThrowable(() -> verify(token))).isInstanceOf(ProblemException.class);
        revocations.refresh().await().indefinitely();
        assertThat(verify(token).userId()).isEqualTo(TestTokens.idOf("alice"));
    }

    @Test
    void until_the_list_is_there_everything_counts_as_revoked() {
        assertThat(revocations.revoked(Callers.person(Callers.NOON))).isTrue();
        assertThat(revocations.known()).isFalse();
    }

    @Test
    void asks_for_expiry_on_every_use() {
        // Given
        refresh();
        var token = alice();
        verify(token);

        // When
        clock.advance(Duration.ofSeconds(630));

        // Then
        assertThat(refusal(token)).isEqualTo(TokenRefusal.EXPIRED);
    }

    @Test
    void asks_for_revocation_on_every_use() {
        // Given
        refresh();
        var token = alice();
        var caller = verify(token);

        // When
        list = new Revocations(
                "\"2\"",
                List.of(new Entry(
                        Kind.SUB, caller.subject(), null, clock.instant().plusSeconds(600))));
        revocations.refresh().await().indefinitely();

        // Then
        assertThat(refusal(token)).isEqualTo(TokenRefusal.REVOKED);
        assertThat(changes).containsExactly(new RevocationsChanged(0), new RevocationsChanged(1));
    }

    @Test
    void a_token_of_a_revoked_key_is_revoked_and_not_unknown_when_the_key_is_published_no_more() {
        // Given
        refresh();
        var token = TestTokens.user("alice").at(clock).signWithUnknownKey();
        assertThat(refusal(token)).isEqualTo(TokenRefusal.UNKNOWN_KEY);

        // When
        list = new Revocations(
                "\"2\"",
                List.of(new Entry(
                        Kind.KID,
                        String.valueOf(TokenVerifier.keyId(token)),
                        null,
                        clock.instant().plusSeconds(600))));
        revocations.refresh().await().indefinitely();

        // Then
        assertThat(refusal(token)).isEqualTo(TokenRefusal.REVOKED);
        assertThat(refusal(alice())).isNull();
    }

    @Test
    void a_list_that_did_not_change_is_no_news() {
        // Given
        refresh();

        // When
        list = new Revocations("\"1\"", List.of());
        boolean same = revocations.refresh().await().indefinitely();
        list = new Revocations("\"another tag\"", List.of());
        boolean sameUnderAnotherTag = revocations.refresh().await().indefinitely();

        // Then
        assertThat(same).isFalse();
        assertThat(sameUnderAnotherTag).isFalse();
        assertThat(changes).hasSize(1);
    }

    @Test
    void what_was_revoked_stays_so_while_auth_service_is_away() {
        // Given
        var token = alice();
        list = new Revocations(
                "\"2\"",
                List.of(new Entry(
                        Kind.SUB,
                        TestTokens.idOf("alice").toString(),
                        null,
                        clock.instant().plusSeconds(600))));
        refresh();

        // When
        list = null;
        boolean changed = revocations.refresh().await().indefinitely();

        // Then
        assertThat(changed).isFalse();
        assertThat(refusal(token)).isEqualTo(TokenRefusal.REVOKED);
        assertThat(verify(TestTokens.user("bob").at(clock).sign()).userId()).isEqualTo(TestTokens.idOf("bob"));
    }

    @Test
    void a_token_of_a_key_that_is_no_longer_published_is_refused_though_it_was_accepted() {
        // Given
        refresh();
        var token = alice();
        verify(token);

        // When
        TestTokens.rotateKey();
        published = onlyTheLastKey(TestTokens.jwks());
        clock.advance(Duration.ofMinutes(5));
        refresh();

        // Then
        assertThat(refusal(token)).isEqualTo(TokenRefusal.UNKNOWN_KEY);
        assertThat(verify(alice()).userId()).isEqualTo(TestTokens.idOf("alice"));
    }

    @Test
    void a_token_of_a_new_key_is_accepted_after_one_look() {
        // Given
        refresh();
        clock.advance(Duration.ofSeconds(5));
        TestTokens.rotateKey();
        published = TestTokens.jwks();

        // When
        var caller = verify(alice());

        // Then
        assertThat(caller.userId()).isEqualTo(TestTokens.idOf("alice"));
    }

    @Test
    void another_token_of_the_same_person_is_another_matter() {
        // Given
        refresh();
        verify(alice());

        // Then
        assertThat(refusal(TestTokens.user("alice").at(clock).signWithForgedKey()))
                .isEqualTo(TokenRefusal.SIGNATURE);
    }

    private static String onlyTheLastKey(String jwks) {
        return "{\"keys\":[" + jwks.substring(jwks.lastIndexOf("{"));
    }

    /** Keeps what is fired at once; the other ways to send an event are refused, since the class under test takes none. */
    private final class Recorder implements Event<RevocationsChanged> {
        @Override
        public void fire(RevocationsChanged event) {
            changes.add(event);
        }

        @Override
        public <U extends RevocationsChanged> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends RevocationsChanged> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<RevocationsChanged> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends RevocationsChanged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends RevocationsChanged> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
