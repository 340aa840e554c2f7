package org.ectsuite.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ectsuite.auth.AtOnce;
import org.ectsuite.auth.Person;
import org.ectsuite.testsupport.MutableClock;
import org.ectsuite.testsupport.TestDatabase;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** In an application of its own: it lives through months. */
@QuarkusTest
@TestProfile(KeyRotationTest.Apart.class)
class KeyRotationTest {

    public static class Apart implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // The test turns the keys itself.
            return Map.of("ect.auth.keys.check-every", "24h");
        }
    }

    @Inject
    MutableClock clock;

    @Inject
    SigningKeys keys;

    @Inject
    KeyStore store;

    private void turn() throws Exception {
        try {
            VertxContextSupport.subscribeAndAwait(keys::refresh);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> published() {
        return Person.anonymous().get("/auth/jwks").jsonPath().getList("keys.findAll { it.alg == 'ES256' }.kid");
    }

    private static String signer(String token) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        return signature.getKeyIdHeaderValue();
    }

    private static List<String> states() {
        return TestDatabase.current()
                .query("select state from signing_key where algorithm = 'ES256' order by published_at");
    }

    @Test
    void keys_come_and_go_and_tokens_never_notice() throws Throwable {
        clock.stopAt(clock.instant());
        turn();
        String first = keys.active().kid();
        assertThat(published()).containsExactly(first);

        // The successor is published long before it signs, once, however many replicas look at once.
        clock.advance(Duration.ofDays(30).minusHours(2));
        AtOnce.times(6, () -> {
            try {
                return VertxContextSupport.subscribeAndAwait(store::turn);
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
        });
        turn();
        assertThat(states()).containsExactly("ACTIVE", "NEXT");
        assertThat(published()).hasSize(2).contains(first);
        Person person = Person.someone();
        assertThat(signer(person.accessToken())).isEqualTo(first);

        // It takes over; tokens of the old key are still good.
        clock.advance(Duration.ofHours(2));
        person.renew();
        AtOnce.times(6, () -> {
            try {
                return VertxContextSupport.subscribeAndAwait(store::turn);
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
        });
        turn();
        assertThat(states()).containsExactly("RETIRING", "ACTIVE");
        assertThat(published()).hasSize(2).contains(first);
        assertThat(person.api().get("/auth/me").statusCode()).isEqualTo(200);
        assertThat(signer(person.renew().accessToken()))
                .isNotEqualTo(first)
                .isEqualTo(keys.active().kid());

        // When its last token has died, the old key is gone, private part and all.
        clock.advance(Duration.ofHours(1));
        turn();
        assertThat(states()).containsExactly("GONE", "ACTIVE");
        assertThat(published()).containsExactly(keys.active().kid());
        assertThat(TestDatabase.current().query("select private_sealed is null from signing_key where kid = ?", first))
                .containsExactly("t");
        assertThat(person.renew().api().get("/auth/me").statusCode()).isEqualTo(200);

        // The keys of RSA have lived the same life beside them.
        assertThat(TestDatabase.current()
                        .query("select state from signing_key where algorithm = 'RS256' order by published_at"))
                .containsExactly("GONE", "ACTIVE");

        // And the trail tells of every step, once.
        assertThat(TestDatabase.current()
                        .query("select action from audit_event join signing_key on kid = object_id"
                                + " where object_type = 'signing-key' and algorithm = 'ES256' order by id"))
                .containsExactly(
                        "signing-key.active",
                        "signing-key.next",
                        "signing-key.retiring",
                        "signing-key.active",
                        "signing-key.gone");

        // On demand a successor is published at once, and signs as soon as everybody can know it.
        String second = keys.active().kid();
        VertxContextSupport.subscribeAndAwait(keys::rotate);
        assertThat(states()).containsExactly("GONE", "ACTIVE", "NEXT");
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        turn();
        assertThat(keys.active().kid()).isEqualTo(second);
        clock.advance(Duration.ofSeconds(1));
        turn();
        assertThat(states()).containsExactly("GONE", "RETIRING", "ACTIVE");
        assertThat(published()).hasSize(2).contains(second);
        assertThat(person.renew().api().get("/auth/me").statusCode()).isEqualTo(200);
        clock.reset();
    }
}
