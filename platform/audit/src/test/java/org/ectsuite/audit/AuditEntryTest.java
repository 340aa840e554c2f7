package org.ectsuite.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEntryTest {

    @Test
    void keeps_what_it_is_given_and_never_changes() {
        AuditEntry plain = AuditEntry.of("net.closed", "net", "42");

        AuditEntry full = plain.before("a").after("b").actor(AuditActor.service("ectlog-service"));

        assertThat(plain.before()).isNull();
        assertThat(plain.actor()).isNull();
        assertThat(full.before()).isEqualTo("a");
        assertThat(full.after()).isEqualTo("b");
        assertThat(full.actor()).isEqualTo(new AuditActor("ectlog-service", null, null, "ectlog-service"));
        assertThat(full.action()).isEqualTo("net.closed");
        assertThat(full.objectType()).isEqualTo("net");
        assertThat(full.objectId()).isEqualTo("42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "net closed", ".net", "net\nclosed"})
    void refuses_what_is_no_name(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> AuditEntry.of(name, "net", "42"));
        assertThatIllegalArgumentException().isThrownBy(() -> AuditEntry.of("net.closed", name, "42"));
    }

    @Test
    void refuses_what_does_not_fit_the_table() {
        assertThatIllegalArgumentException().isThrownBy(() -> AuditEntry.of("a".repeat(101), "net", "42"));
        assertThatIllegalArgumentException().isThrownBy(() -> AuditEntry.of("net.closed", "net", "4".repeat(201)));
        assertThatIllegalArgumentException().isThrownBy(() -> AuditEntry.of("net.closed", "net", " "));
    }
}
