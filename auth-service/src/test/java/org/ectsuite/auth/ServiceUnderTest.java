package org.ectsuite.auth;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.testsupport.NotificationServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.SecretsResource;

/** What the service under test stands on; the annotations hold for every test of this module. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SecretsResource.class)
@QuarkusTestResource(NotificationServerResource.class)
@QuarkusTestResource(ServiceUnderTest.class)
public class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {

    /** Where browsers believe the suite to be. */
    public static final String PUBLIC_URL = "http://localhost:8080";

    /** More than the wrong codes of any other test: these fail from one address and go on. */
    public static final int FAILURES_TO_BAN = 25;

    /** Whoever proves to own this mailbox is administrator. */
    public static final String ADMIN_EMAIL = "first.admin@example.org";

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put("ECT_PUBLIC_URL", PUBLIC_URL);
        settings.put("ECT_ADMIN_EMAIL", ADMIN_EMAIL);
        for (String client : new String[] {"ectlog", "media", "notification"}) {
            settings.put(
                    "ECT_CLIENT_SECRET_" + client.toUpperCase(java.util.Locale.ROOT), secretOf(client + "-service"));
        }
        // Hundreds of sign-ins from one address; tests of budgets bring addresses of their own.
        settings.put("ect.web.limit.anonymous-per-minute", "100000");
        settings.put("ect.web.limit.sign-in-per-minute", "100000");
        settings.put("ect.web.limit.person-per-minute", "100000");
        settings.put("ect.web.limit.address-per-minute", "100000");
        settings.put("ect.auth.magic-link.budget.client-address", "100000");
        settings.put("ect.auth.magic-link.budget.everybody", "100000");
        settings.put("ect.auth.address-ban.failures", String.valueOf(FAILURES_TO_BAN));
        // The clients of tests live on this machine.
        settings.put("ect.auth.logout.private-destinations", "true");
        settings.put("ect.auth.logout.check-every", "0.2S");
        settings.put("ect.auth.logout.first-pause", "PT0.1S");
        settings.put("ect.auth.logout.patience", "PT2S");
        settings.putAll(ProviderServer.settings());
        // Tests wait for it.
        settings.put("ect.auth.erasure.check-every", "0.2S");
        settings.put("ect.token-security.poll-interval", "100MS");
        return settings;
    }

    @Override
    public void stop() {}

    /** The secret of a service client: no placeholder, since a packaged program refuses these. */
    public static String secretOf(String clientId) {
        return UUID.nameUUIDFromBytes(clientId.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
