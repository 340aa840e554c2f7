package org.ectsuite.auth.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerRuleTest {

    private static final String BASE = "https://login.microsoftonline.com";
    private static final String TENANT = "0a1b2c3d-0000-4000-8000-000000000001";
    private static final String OTHER = "0a1b2c3d-0000-4000-8000-000000000002";

    private static String issuer(String tenant) {
        return BASE + "/" + tenant + "/v2.0";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://accounts.google.com/",
                "http://accounts.google.com",
                "https://accounts.google.com.evil.example",
                "https://ACCOUNTS.google.com",
                ""
            })
    void an_issuer_is_compared_in_full(String other) {
        IssuerRule rule = new IssuerRule.Exact("https://accounts.google.com");

        assertThat(rule.metadata(other)).isFalse();
        assertThat(rule.token(other, Map.of())).isFalse();
        assertThat(rule.metadata("https://accounts.google.com")).isTrue();
        assertThat(rule.token("https://accounts.google.com", Map.of())).isTrue();
    }

    @Test
    void for_many_tenants_the_issuer_is_that_of_the_tokens_own() {
        IssuerRule rule = new IssuerRule.Microsoft(BASE, "common");

        assertThat(rule.metadata(issuer("{tenantid}"))).isTrue();
        assertThat(rule.metadata(issuer(TENANT))).isFalse();
        assertThat(rule.token(issuer(TENANT), Map.of("tid", TENANT))).isTrue();
        assertThat(rule.token(issuer(OTHER), Map.of("tid", TENANT))).isFalse();
        assertThat(rule.token(issuer(TENANT), Map.of())).isFalse();
        assertThat(rule.token(issuer("{tenantid}"), Map.of("tid", "{tenantid}")))
                .isFalse();
        assertThat(rule.token("https://sts.windows.net/" + TENANT + "/", Map.of("tid", TENANT)))
                .isFalse();
    }

    @Test
    void one_tenant_keeps_all_others_out() {
        IssuerRule rule = new IssuerRule.Microsoft(BASE, TENANT);

        assertThat(rule.metadata(issuer(TENANT))).isTrue();
        assertThat(rule.metadata(issuer(OTHER))).isFalse();
        assertThat(rule.metadata(issuer("{tenantid}"))).isFalse();
        assertThat(rule.token(issuer(TENANT), Map.of("tid", TENANT))).isTrue();
        assertThat(rule.token(issuer(OTHER), Map.of("tid", OTHER))).isFalse();
    }
}
