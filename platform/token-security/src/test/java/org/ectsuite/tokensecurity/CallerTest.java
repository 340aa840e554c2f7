package org.ectsuite.tokensecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.junit.jupiter.api.Test;

class CallerTest {
    @Test
    void a_person_has_roles_and_a_service_has_scopes() {
        var person = Callers.person(Callers.NOON);
        var service = Callers.service(Callers.NOON);

        assertThat(person.is(Roles.USER)).isTrue();
        assertThat(person.is(Roles.ADMIN)).isFalse();
        assertThat(person.may(Scopes.REVOCATIONS_READ)).isFalse();
        assertThat(service.may(Scopes.REVOCATIONS_READ)).isTrue();
        assertThat(service.is(Roles.USER)).isFalse();
    }

    @Test
    void a_service_is_nobody_in_particular() {
        assertThat(Callers.person(Callers.NOON).requireUserId()).isEqualTo(Callers.USER);
        assertThatThrownBy(() -> Callers.service(Callers.NOON).requireUserId())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_identity_of_another_kind_has_no_caller() {
        var other = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("alice"))
                .build();

        assertThatThrownBy(() -> Caller.of(other)).isInstanceOf(UnauthorizedException.class);
    }
}
