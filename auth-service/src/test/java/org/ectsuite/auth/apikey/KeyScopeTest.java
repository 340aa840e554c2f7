package org.ectsuite.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.ectsuite.auth.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyScopeTest {

    @ParameterizedTest
    @EnumSource(names = {"USER", "LOGGER", "NCS"})
    void only_administrators_may_let_a_key_read_what_administrators_read(Role role) {
        assertThat(KeyScope.within(role))
                .containsExactly(KeyScope.ECTLOG_READ, KeyScope.ECTLOG_WRITE, KeyScope.MEDIA_READ);
    }

    @Test
    void administrators_may_give_all_scopes() {
        assertThat(KeyScope.within(Role.ADMIN)).containsExactly(KeyScope.values());
    }

    @Test
    void no_key_reads_as_an_administrator_and_writes() {
        assertThat(KeyScope.compatible(Set.of(KeyScope.ADMIN_READ, KeyScope.ECTLOG_WRITE)))
                .isFalse();
        assertThat(KeyScope.compatible(Set.of(KeyScope.ADMIN_READ, KeyScope.ECTLOG_READ)))
                .isTrue();
        assertThat(KeyScope.compatible(Set.of(KeyScope.ECTLOG_WRITE, KeyScope.MEDIA_READ)))
                .isTrue();
    }

    @Test
    void a_key_is_no_administrator_unless_its_scopes_say_so() {
        assertThat(KeyScope.role(Set.of(KeyScope.ECTLOG_WRITE), Role.ADMIN)).isEqualTo(Role.NCS);
        assertThat(KeyScope.role(Set.of(KeyScope.ADMIN_READ), Role.ADMIN)).isEqualTo(Role.ADMIN);
        assertThat(KeyScope.role(Set.of(KeyScope.ADMIN_READ), Role.USER)).isEqualTo(Role.USER);
    }

    @Test
    void a_token_is_for_the_services_of_its_scopes_alone() {
        assertThat(KeyScope.audiences(Set.of(KeyScope.ECTLOG_READ, KeyScope.ECTLOG_WRITE)))
                .containsExactly("ectlog-service");
        assertThat(KeyScope.audiences(Set.of(KeyScope.MEDIA_READ, KeyScope.ECTLOG_READ)))
                .containsExactly("ectlog-service", "media-service");
    }

    @ParameterizedTest
    @EnumSource
    void is_read_as_it_is_written(KeyScope scope) {
        assertThat(KeyScope.of(scope.text())).contains(scope);
    }

    @Test
    void what_is_unknown_is_no_scope() {
        assertThat(KeyScope.of("ECTLOG_READ")).isEmpty();
        assertThat(KeyScope.of("auth:write")).isEmpty();
    }
}
