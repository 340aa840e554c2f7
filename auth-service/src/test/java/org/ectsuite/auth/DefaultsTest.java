package org.ectsuite.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.ectsuite.auth.account.AccountConfig;
import org.ectsuite.auth.addressban.AddressBanConfig;
import org.ectsuite.auth.apikey.ApiKeyConfig;
import org.ectsuite.auth.authorization.AuthorizationConfig;
import org.ectsuite.auth.breakglass.BreakGlassConfig;
import org.ectsuite.auth.device.DeviceConfig;
import org.ectsuite.auth.emailchange.EmailChangeConfig;
import org.ectsuite.auth.erasure.ErasureConfig;
import org.ectsuite.auth.factor.FactorConfig;
import org.ectsuite.auth.keys.KeysConfig;
import org.ectsuite.auth.logout.LogoutConfig;
import org.ectsuite.auth.magiclink.MagicLinkConfig;
import org.ectsuite.auth.passkey.PasskeyConfig;
import org.ectsuite.auth.registration.RegistrationConfig;
import org.ectsuite.auth.registration.RegistrationMode;
import org.ectsuite.auth.session.SessionConfig;
import org.ectsuite.auth.signin.SignInConfig;
import org.ectsuite.auth.social.SocialConfig;
import org.ectsuite.auth.token.TokenConfig;
import org.junit.jupiter.api.Test;

/** Changing a default changes every installation: here it is seen. */
class DefaultsTest {

    private final SmallRyeConfig config = new SmallRyeConfigBuilder()
            .withMapping(AccountConfig.class)
            .withMapping(AddressBanConfig.class)
            .withMapping(ApiKeyConfig.class)
            .withMapping(AuthorizationConfig.class)
            .withMapping(BreakGlassConfig.class)
            .withMapping(DeviceConfig.class)
            .withMapping(ErasureConfig.class)
            .withMapping(FactorConfig.class)
            .withMapping(EmailChangeConfig.class)
            .withMapping(KeysConfig.class)
            .withMapping(LogoutConfig.class)
            .withMapping(MagicLinkConfig.class)
            .withMapping(RegistrationConfig.class)
            .withMapping(PasskeyConfig.class)
            .withMapping(SessionConfig.class)
            .withMapping(SignInConfig.class)
            .withMapping(SocialConfig.class)
            .withMapping(TokenConfig.class)
            .withValidateUnknown(false)
            .build();

    @Test
    void of_accounts() {
        AccountConfig account = config.getConfigMapping(AccountConfig.class);

        assertThat(account.defaultZone()).isEqualTo("UTC");
        assertThat(account.defaultLocale()).isEqualTo("en");
    }

    @Test
    void of_bans_of_addresses() {
        AddressBanConfig ban = config.getConfigMapping(AddressBanConfig.class);

        assertThat(ban.failures()).isEqualTo(5);
        assertThat(ban.period()).isEqualTo(Duration.ofMinutes(10));
        assertThat(ban.length()).isEqualTo(Duration.ofHours(1));
        assertThat(ban.keep()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void of_api_keys() {
        assertThat(config.getConfigMapping(ApiKeyConfig.class).perPerson()).isEqualTo(20);
    }

    @Test
    void of_the_second_factor() {
        FactorConfig factor = config.getConfigMapping(FactorConfig.class);

        assertThat(factor.issuer()).isEqualTo("ECT Suite");
        assertThat(factor.fresh()).isEqualTo(Duration.ofMinutes(15));
        assertThat(factor.freeAttempts()).isEqualTo(5);
        assertThat(factor.firstPause()).isEqualTo(Duration.ofMinutes(1));
        assertThat(factor.longestPause()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void of_breaking_the_glass() {
        BreakGlassConfig glass = config.getConfigMapping(BreakGlassConfig.class);

        assertThat(glass.life()).isEqualTo(Duration.ofMinutes(15));
        assertThat(glass.sessionLife()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void of_changes_of_address() {
        EmailChangeConfig change = config.getConfigMapping(EmailChangeConfig.class);

        assertThat(change.life()).isEqualTo(Duration.ofHours(1));
        assertThat(change.undo()).isEqualTo(Duration.ofDays(7));
        assertThat(change.perDay()).isEqualTo(5);
    }

    @Test
    void of_passkeys() {
        PasskeyConfig passkey = config.getConfigMapping(PasskeyConfig.class);

        assertThat(passkey.challengeLife()).isEqualTo(Duration.ofMinutes(5));
        assertThat(passkey.perPerson()).isEqualTo(20);
    }

    @Test
    void of_erasures() {
        ErasureConfig erasure = config.getConfigMapping(ErasureConfig.class);

        assertThat(erasure.patience()).isEqualTo(Duration.ofDays(7));
        assertThat(erasure.checkEvery()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void of_keys() {
        KeysConfig keys = config.getConfigMapping(KeysConfig.class);

        assertThat(keys.signingLife()).isEqualTo(Duration.ofDays(30));
        assertThat(keys.publishAhead()).isEqualTo(Duration.ofHours(2));
        assertThat(keys.announcement()).isEqualTo(Duration.ofMinutes(10));
        assertThat(keys.retirement()).isEqualTo(Duration.ofHours(1));
        assertThat(keys.checkEvery()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void of_sign_in_by_mail() {
        MagicLinkConfig link = config.getConfigMapping(MagicLinkConfig.class);

        assertThat(link.life()).isEqualTo(Duration.ofMinutes(10));
        assertThat(link.codeAttempts()).isEqualTo(5);
        assertThat(link.budget().mailboxShort()).isEqualTo(3);
        assertThat(link.budget().shortPeriod()).isEqualTo(Duration.ofMinutes(10));
        assertThat(link.budget().mailboxDay()).isEqualTo(10);
        assertThat(link.budget().clientAddress()).isEqualTo(30);
        assertThat(link.budget().everybody()).isEqualTo(300);
    }

    @Test
    void of_registration() {
        RegistrationConfig registration = config.getConfigMapping(RegistrationConfig.class);

        assertThat(registration.mode()).isEqualTo(RegistrationMode.OPEN);
        assertThat(registration.invitationLife()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void of_sessions() {
        SessionConfig session = config.getConfigMapping(SessionConfig.class);

        assertThat(session.idleLife()).isEqualTo(Duration.ofDays(14));
        assertThat(session.absoluteLife()).isEqualTo(Duration.ofDays(30));
        assertThat(session.grace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(session.keepEnded()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void of_telling_clients_of_a_sign_out() {
        LogoutConfig logout = config.getConfigMapping(LogoutConfig.class);

        assertThat(logout.privateDestinations()).isFalse();
        assertThat(logout.checkEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(logout.patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(logout.firstPause()).isEqualTo(Duration.ofSeconds(5));
        assertThat(logout.attempts()).isEqualTo(10);
    }

    @Test
    void of_devices() {
        DeviceConfig device = config.getConfigMapping(DeviceConfig.class);

        assertThat(device.life()).isEqualTo(Duration.ofMinutes(10));
        assertThat(device.pause()).isEqualTo(Duration.ofSeconds(5));
        assertThat(device.misses()).isEqualTo(10);
    }

    @Test
    void of_tokens() {
        TokenConfig token = config.getConfigMapping(TokenConfig.class);

        assertThat(token.life()).isEqualTo(Duration.ofMinutes(10));
        assertThat(token.audiences())
                .containsExactly("auth-service", "ectlog-service", "media-service", "notification-service");
    }

    @Test
    void nobody_is_administrator_by_default() {
        assertThat(config.getConfigMapping(SignInConfig.class).adminEmail()).isEmpty();
    }

    @Test
    void of_sign_in_with_others() {
        SocialConfig social = config.getConfigMapping(SocialConfig.class);

        assertThat(social.google().clientId()).isEmpty();
        assertThat(social.google().clientSecret()).isEmpty();
        assertThat(social.google().issuer()).isEqualTo("https://accounts.google.com");
        assertThat(social.microsoft().clientId()).isEmpty();
        assertThat(social.microsoft().clientSecret()).isEmpty();
        assertThat(social.microsoft().baseUrl()).isEqualTo("https://login.microsoftonline.com");
        assertThat(social.microsoft().tenant()).isEqualTo("common");
        assertThat(social.microsoft().trustedTenants()).isEmpty();
        assertThat(social.github().clientId()).isEmpty();
        assertThat(social.github().clientSecret()).isEmpty();
        assertThat(social.github().baseUrl()).isEqualTo("https://github.com");
        assertThat(social.github().apiUrl()).isEqualTo("https://api.github.com");
        assertThat(social.patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(social.attemptLife()).isEqualTo(Duration.ofMinutes(10));
        assertThat(social.confirmationLife()).isEqualTo(Duration.ofMinutes(20));
        assertThat(social.metadataLife()).isEqualTo(Duration.ofHours(1));
        assertThat(social.keyFetchFloor()).isEqualTo(Duration.ofSeconds(10));
        assertThat(social.identitiesPerAccount()).isEqualTo(10);
    }

    @Test
    void of_letting_clients_in() {
        AuthorizationConfig authorization = config.getConfigMapping(AuthorizationConfig.class);

        assertThat(authorization.codeLife()).isEqualTo(Duration.ofMinutes(1));
        assertThat(authorization.patience()).isEqualTo(Duration.ofHours(1));
        assertThat(authorization.keepCodes()).isEqualTo(Duration.ofDays(1));
    }
}
