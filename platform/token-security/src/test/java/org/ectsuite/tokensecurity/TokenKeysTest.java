package org.ectsuite.tokensecurity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.ectsuite.testsupport.MutableClock;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;

class TokenKeysTest {
    private final MutableClock clock = MutableClock.at("2026-03-01T12:00:00Z");
    private final AtomicInteger fetches = new AtomicInteger();
    private String published = TestTokens.jwks();
    private boolean away;
    private final TokenKeys keys = new TokenKeys(this::fetch, clock, config());

    static TokenSecurityConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(TokenSecurityConfig.class)
                .withDefaultValue("quarkus.application.name", "ectlog-service")
                .withConverter(Duration.class, 200, new DurationConverter())
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(TokenSecurityConfig.class);
    }

    private Uni<TokenKeySource.PublishedKeys> fetch() {
        return Uni.createFrom().deferred(() -> {
            fetches.incrementAndGet();
            return away
                    ? Uni.createFrom().failure(new AuthServiceException("away"))
                    : Uni.createFrom().item(new TokenKeySource.PublishedKeys(published, Duration.ofMinutes(5)));
        });
    }

    private void refresh() {
        keys.refreshIfDue().await().indefinitely();
    }

    private KeyRing lookAgain(KeyRing stale) {
        return keys.lookAgain(stale).await().indefinitely();
    }

    private KeyRing known() {
        return requireNonNull(keys.known());
    }

    @Test
    void knows_nothing_until_the_first_fetch() {
        assertThat(keys.known()).isNull();
        away = true;
        refresh();
        assertThat(keys.known()).isNull();
        away = false;
        refresh();
        assertThat(keys.known()).isNotNull();
    }

    @Test
    void fetches_again_when_their_time_has_come_and_not_before() {
        // Given
        refresh();

        // When
        clock.advance(Duration.ofSeconds(299));
        refresh();
        int before = fetches.get();
        clock.advance(Duration.ofSeconds(1));
        refresh();

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(fetches.get()).isEqualTo(2);
    }

    @Test
    void keeps_the_same_object_while_the_keys_are_the_same() {
        // Given
        refresh();
        var first = known();

        // When
        clock.advance(Duration.ofMinutes(5));
        refresh();

        // Then
        assertThat(known()).isSameAs(first);
    }

    @Test
    void keeps_what_it_knows_while_auth_service_is_away_or_talks_nonsense() {
        // Given
        refresh();
        var first = known();

        // When
        away = true;
        clock.advance(Duration.ofHours(3));
        refresh();
        away = false;
        published = "{\"keys\":[]}";
        refresh();

        // Then
        assertThat(known()).isSameAs(first);
        assertThat(fetches.get()).isEqualTo(3);
    }

    @Test
    void looks_again_for_an_unknown_key_and_finds_it() {
        // Given
        refresh();
        var stale = known();
        clock.advance(Duration.ofSeconds(5));
        TestTokens.rotateKey();
        published = TestTokens.jwks();

        // When
        var ring = lookAgain(stale);

        // Then
        assertThat(ring).isNotSameAs(stale).isSameAs(known());
    }

    @Test
    void looks_again_no_more_often_than_the_floor_allows() {
        // Given
        refresh();
        var stale = known();
        clock.advance(Duration.ofSeconds(5));

        // When
        for (int i = 0; i < 1000; i++) {
            lookAgain(stale);
        }

        // Then
        assertThat(fetches.get()).isEqualTo(2);
        clock.advance(Duration.ofMillis(4_999));
        lookAgain(stale);
        assertThat(fetches.get()).isEqualTo(2);
        clock.advance(Duration.ofMillis(1));
        lookAgain(stale);
        assertThat(fetches.get()).isEqualTo(3);
    }

    @Test
    void the_floor_holds_for_fetches_that_fail() {
        // Given
        refresh();
        var stale = known();
        clock.advance(Duration.ofSeconds(5));
        away = true;

        // When
        for (int i = 0; i < 100; i++) {
            assertThat(lookAgain(stale)).isSameAs(stale);
        }

        // Then
        assertThat(fetches.get()).isEqualTo(2);
    }

    @Test
    void looks_again_although_the_clock_was_set_back() {
        // Given
        refresh();
        var stale = known();
        clock.stopAt(clock.instant().minus(Duration.ofHours(1)));
        TestTokens.rotateKey();
        published = TestTokens.jwks();

        // When
        var ring = lookAgain(stale);

        // Then
        assertThat(ring).isNotSameAs(stale);
        assertThat(fetches.get()).isEqualTo(2);
    }

    @Test
    void fetches_when_their_time_cannot_be_known_since_the_clock_was_set_back() {
        // Given
        refresh();
        clock.stopAt(clock.instant().minus(Duration.ofHours(1)));

        // When
        refresh();
        refresh();

        // Then
        assertThat(fetches.get()).isEqualTo(2);
    }

    @Test
    void who_comes_late_gets_what_somebody_else_found() {
        // Given
        refresh();
        var stale = known();
        clock.advance(Duration.ofSeconds(5));
        TestTokens.rotateKey();
        published = TestTokens.jwks();
        lookAgain(stale);

        // When
        var ring = lookAgain(stale);

        // Then
        assertThat(ring).isSameAs(known()).isNotSameAs(stale);
        assertThat(fetches.get()).isEqualTo(2);
    }
}
