package org.ectsuite.notification.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingRuleTest {

    @Test
    void lets_mail_out_where_it_is_switched_on() {
        assertThatCode(() -> new SendingRule(true, List.of()).checkSwitch()).doesNotThrowAnyException();
    }

    @Test
    void lets_no_mail_out_where_it_is_switched_off() {
        SendingRule off = new SendingRule(false, List.of());

        assertThatThrownBy(off::checkSwitch)
                .isInstanceOf(SuppressedException.class)
                .hasMessageContaining("ect.notification.delivery.enabled");
    }

    @Test
    void lets_mail_go_to_everybody_without_a_list() {
        assertThatCode(() -> new SendingRule(true, List.of()).checkRecipient("ann@example.org"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org", "ANN@EXAMPLE.ORG", "anybody@team.example"})
    void lets_mail_go_to_whoever_is_on_the_list(String address) {
        SendingRule rule = new SendingRule(true, List.of(" Ann@example.org", "@team.example"));

        assertThatCode(() -> rule.checkRecipient(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bob@example.org", "ann@example.org.evil.example", "x@sub.team.example", "x@myteam.example"})
    void keeps_mail_from_everybody_else(String address) {
        SendingRule rule = new SendingRule(true, List.of("ann@example.org", "@team.example"));

        assertThatThrownBy(() -> rule.checkRecipient(address))
                .isInstanceOf(SuppressedException.class)
                .hasMessageContaining("ect.notification.delivery.allowed-recipients");
    }
}
