package org.ectsuite.tokensecurity.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ectsuite.tokensecurity.startup.DatabaseRoleRule.Rights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupRulesTest {
    private static final String GOOD = "q0aPz3v8Jw1yT5kLr7mNx2cVb9hGf4dS";
    private static final String OTHER = "7b3f9e2c1d8a4f60b5c7e9a1d3f50826";

    private static GuardedSecret secret(String property, String value) {
        return new GuardedSecret(property, value, GuardedSecret.OWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://net.example.org",
                "https://net.example.org:8443",
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "http://[::1]:8080",
                "https://localhost"
            })
    void takes_a_public_url_that_is_safe(String url) {
        assertThat(PublicUrlRule.check(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "net.example.org",
                "http://net.example.org",
                "http://192.168.1.7:8080",
                "http://localhost.example.org",
                "ftp://localhost",
                "https://net.example.org/",
                "https://net.example.org/ect",
                "https://net.example.org?x",
                "https://net.example.org#x",
                "https://user@net.example.org",
                "https://not a host"
            })
    void refuses_a_public_url_that_is_not(String url) {
        assertThat(PublicUrlRule.check(url)).hasValueSatisfying(finding -> {
            assertThat(finding.property()).isEqualTo("ect.public-url (ECT_PUBLIC_URL)");
            if (!url.isEmpty()) {
                assertThat(finding.message()).doesNotContain(url);
            }
        });
    }

    @Test
    void takes_secrets_that_are_long_random_and_different() {
        assertThat(SecretRules.check(List.of(secret("a", GOOD), secret("b", OTHER))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changeme-changeme-changeme-changeme",
                "CHANGE_ME_0123456789abcdef0123456789",
                "please-replace-this-by-something-long",
                "my-very-long-and-very-bad-password-1",
                "this-is-the-secret-of-the-ectlog-svc",
                "your-client-key-0123456789-abcdefghij",
                "${ECT_CLIENT_KEY_0123456789_abcdefgh}",
                "<put 32 random bytes into this place>",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "abababababababababababababababababab"
            })
    void refuses_placeholders(String value) {
        assertThat(SecretRules.check(List.of(secret("ect.client-secret", value))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.property()).isEqualTo("ect.client-secret");
                    assertThat(finding.message()).contains("placeholder");
                    assertThat(finding.toString()).doesNotContain(value);
                });
    }

    @Test
    void refuses_a_secret_that_is_one_byte_too_short() {
        assertThat(SecretRules.check(List.of(secret("a", GOOD.substring(1)))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("shorter than 32 bytes"));
    }

    @Test
    void a_secret_that_somebody_else_made_may_be_shorter() {
        assertThat(SecretRules.check(List.of(new GuardedSecret("smtp", GOOD.substring(0, 12), GuardedSecret.FOREIGN))))
                .isEmpty();
    }

    @Test
    void refuses_one_secret_for_two_things_and_names_both() {
        assertThat(SecretRules.check(List.of(secret("a", GOOD), secret("b", OTHER), secret("c", GOOD))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.property()).isEqualTo("c");
                    assertThat(finding.message()).contains("same secret as a").doesNotContain(GOOD);
                });
    }

    @Test
    void a_secret_does_not_show_itself() {
        assertThat(secret("ect.client-secret", GOOD)).hasToString("ect.client-secret");
    }

    @Test
    void takes_a_database_role_that_may_only_read_and_write() {
        assertThat(DatabaseRoleRule.check(new Rights(false, false, false, false)))
                .isEmpty();
    }

    @Test
    void refuses_a_superuser_and_other_strong_roles() {
        assertThat(DatabaseRoleRule.check(new Rights(true, true, true, true)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("superuser"));
        assertThat(DatabaseRoleRule.check(new Rights(false, true, false, false)))
                .hasSize(1);
        assertThat(DatabaseRoleRule.check(new Rights(false, false, true, false)))
                .hasSize(1);
        assertThat(DatabaseRoleRule.check(new Rights(false, false, false, true)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("schema"));
    }

    @Test
    void the_guard_names_every_property_at_once_and_no_value() {
        // Given
        StartupCheck one = () -> List.of(new Finding("ect.public-url", "is no URL"));
        StartupCheck two = new StartupCheck() {
            @Override
            public List<Finding> findings() {
                return List.of();
            }

            @Override
            public List<GuardedSecret> secrets() {
                return List.of(secret("ect.client-secret", "short"));
            }
        };

        // When
        var guard = new StartupGuard(List.of(one, two));

        // Then
        assertThatThrownBy(guard::refuse)
                .isInstanceOf(StartupRefusedException.class)
                .hasMessageContainingAll("ect.public-url", "ect.client-secret")
                .hasMessageNotContaining("\"short\"");
    }

    @Test
    void the_guard_compares_the_secrets_of_all_checks() {
        // Given
        StartupCheck one = new Secrets(secret("ect.client-secret", GOOD));
        StartupCheck two = new Secrets(secret("ect.smtp.password", GOOD));

        // When
        var guard = new StartupGuard(List.of(one, two));

        // Then
        assertThatThrownBy(guard::refuse).hasMessageContaining("ect.smtp.password: is the same secret as");
    }

    @Test
    void the_guard_lets_a_sound_service_start() {
        assertThatCode(new StartupGuard(List.of(new Secrets(secret("ect.client-secret", GOOD))))::refuse)
                .doesNotThrowAnyException();
    }

    /** A check with nothing but a secret. */
    private record Secrets(GuardedSecret secret) implements StartupCheck {
        @Override
        public List<Finding> findings() {
            return List.of();
        }

        @Override
        public List<GuardedSecret> secrets() {
            return List.of(secret);
        }
    }
}
