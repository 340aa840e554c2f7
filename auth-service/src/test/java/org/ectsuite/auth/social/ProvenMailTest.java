package org.ectsuite.auth.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ectsuite.auth.account.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenMailTest {

    private static final String TENANT = "0a1b2c3d-0000-4000-8000-000000000001";

    private static Optional<String> google(Map<String, Object> claims) {
        return ProvenMail.google(claims).map(EmailAddress::text);
    }

    private static Optional<String> microsoft(Object owned) {
        Map<String, Object> claims = new HashMap<>(Map.of("email", "ann@club.example", "tid", TENANT));
        claims.put("xms_edov", owned);
        return ProvenMail.microsoft(claims, Set.of()).map(EmailAddress::text);
    }

    @Test
    void google_knows_its_own_mailboxes_and_those_of_its_customers() {
        assertThat(google(Map.of("email", "Ann@gmail.com", "email_verified", true)))
                .contains("Ann@gmail.com");
        assertThat(google(Map.of("email", "ann@club.example", "email_verified", true, "hd", "club.example")))
                .contains("ann@club.example");
    }

    @Test
    void google_does_not_know_whose_an_address_of_elsewhere_is_today() {
        assertThat(google(Map.of("email", "ann@club.example", "email_verified", true)))
                .isEmpty();
        assertThat(google(Map.of("email", "ann@gmail.com.evil.example", "email_verified", true)))
                .isEmpty();
    }

    @Test
    void what_google_has_not_verified_proves_nothing() {
        assertThat(google(Map.of("email", "ann@gmail.com"))).isEmpty();
        assertThat(google(Map.of("email", "ann@gmail.com", "email_verified", false)))
                .isEmpty();
        assertThat(google(Map.of("email", "ann@gmail.com", "email_verified", "true")))
                .isEmpty();
        assertThat(google(Map.of("email_verified", true, "hd", "club.example"))).isEmpty();
        assertThat(google(Map.of("email", "no address", "email_verified", true, "hd", "club.example")))
                .isEmpty();
    }

    @Test
    void microsoft_may_say_that_the_tenant_owns_the_domain() {
        assertThat(microsoft(true)).contains("ann@club.example");
        assertThat(microsoft(1)).contains("ann@club.example");
        assertThat(microsoft("1")).contains("ann@club.example");
        assertThat(microsoft("true")).contains("ann@club.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "false", "yes", "11"})
    void anything_else_is_what_an_administrator_wrote(String owned) {
        assertThat(microsoft(owned)).isEmpty();
    }

    @Test
    void email_verified_means_nothing_at_microsoft() {
        Map<String, Object> claims = Map.of("email", "ann@club.example", "email_verified", true, "tid", TENANT);

        assertThat(ProvenMail.microsoft(claims, Set.of())).isEmpty();
    }

    @Test
    void a_tenant_that_the_operator_trusts_is_believed_and_no_other() {
        Map<String, Object> claims = Map.of("email", "ann@club.example", "tid", TENANT);

        assertThat(ProvenMail.microsoft(claims, Set.of(TENANT))).isPresent();
        assertThat(ProvenMail.microsoft(claims, Set.of("another"))).isEmpty();
    }

    @Test
    void github_proves_the_first_address_if_it_is_verified() {
        Map<String, Object> old = Map.of("email", "old@club.example", "primary", false, "verified", true);
        Map<String, Object> first = Map.of("email", "ann@club.example", "primary", true, "verified", true);
        Map<String, Object> unproven = Map.of("email", "ann@club.example", "primary", true, "verified", false);

        assertThat(ProvenMail.gitHub(List.of(old, first)).map(EmailAddress::text))
                .contains("ann@club.example");
        assertThat(ProvenMail.gitHub(List.of(old, unproven))).isEmpty();
        assertThat(ProvenMail.gitHub(List.of(old))).isEmpty();
        assertThat(ProvenMail.gitHub(List.of())).isEmpty();
    }
}
