package org.ectsuite.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.CODE;
import static org.ectsuite.notification.SendRequests.LINK;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.ectsuite.notification.SendRequests.part;
import static org.ectsuite.notification.SendRequests.send;
import static org.ectsuite.notification.SendRequests.signInLink;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;

/** The log at its most talkative, searched for every secret that went through the service. */
@QuarkusTest
@TestProfile(LogsTest.Talkative.class)
class LogsTest {

    private static final Path LOG = Path.of("target", "logs-test.log");

    /** Everything is logged that a configuration at run time can bring out, and that of the mail client as well. */
    public static class Talkative implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> talkative = new LinkedHashMap<>();
            talkative.put("quarkus.log.level", "TRACE");
            talkative.put("quarkus.log.min-level", "TRACE");
            talkative.put("quarkus.log.category.\"io.vertx.ext.mail\".level", "TRACE");
            talkative.put("quarkus.log.category.\"io.vertx.ext.mail.impl.SMTPConnection\".level", "TRACE");
            // The test's own client and the relay run in this process too, and are not the service.
            talkative.put("quarkus.log.category.\"org.apache.http\".level", "INFO");
            talkative.put("quarkus.log.category.\"org.subethamail\".level", "INFO");
            talkative.put("quarkus.log.console.level", "ERROR");
            talkative.put("quarkus.log.file.enabled", "true");
            talkative.put("quarkus.log.file.level", "TRACE");
            talkative.put("quarkus.log.file.rotation.max-file-size", "2G");
            talkative.put("quarkus.log.file.path", LOG.toString());
            return talkative;
        }
    }

    @Test
    void holds_no_secret_at_any_level() throws IOException {
        // Given: mails that are sent, put off, refused, and requests that do not fit
        SmtpServer relay = SmtpServer.current();
        AuthServer.Person hiram = AuthServer.person("hiram", "Hiram", "hiram@example.org");
        relay.refuse("refused@example.org");
        relay.defer("deferred@example.org", 1);
        String token = TestTokens.service("ectlog-service")
                .scopes("notifications:send")
                .sign();

        // When
        awaitStatus(accepted(signInLink("sent@example.org")), MessageStatus.SENT);
        awaitStatus(accepted(signInLink("refused@example.org")), MessageStatus.DEAD);
        awaitStatus(accepted(signInLink("deferred@example.org")), MessageStatus.SENT);
        awaitStatus(accepted(netLog(Map.of("userId", hiram.id().toString()))), MessageStatus.SENT);
        Map<String, Object> misfit = signInLink("misfit@example.org");
        part(misfit, "data").put("surplus", LINK);
        send(SendRequests.key(), misfit).statusCode(400);
        Map<String, Object> mistyped = signInLink("mistyped@example.org");
        part(mistyped, "data").put("requestedAt", LINK);
        send(SendRequests.key(), mistyped).statusCode(400);
        RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"kind\": \"" + LINK)
                .header("Idempotency-Key", SendRequests.key())
                .post("/messages")
                .then()
                .statusCode(400);

        // Then
        String log = Files.readString(LOG, StandardCharsets.ISO_8859_1);
        assertThat(log).as("the log is at TRACE").contains("TRACE").hasSizeGreaterThan(100_000);
        secrets(relay, token)
                .forEach((name, secret) -> assertThat(log.contains(secret))
                        .as("the log holds %s", name)
                        .isFalse());
    }

    private static Map<String, String> secrets(SmtpServer relay, String token) {
        Config config = ConfigProvider.getConfig();
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("the sign-in link", LINK.substring(LINK.indexOf("t=") + 2));
        secrets.put("the code", CODE);
        secrets.put("the code as shown", "K7QM-4XWD");
        secrets.put("the relay's password", relay.password());
        secrets.put("the relay's password in base64", base64(relay.password()));
        secrets.put("the relay's login", base64("\0" + relay.username() + "\0" + relay.password()));
        secrets.put("the access token's signature", token.substring(token.lastIndexOf('.') + 1));
        secrets.put("the client secret", config.getValue("ect.client-secret", String.class));
        secrets.put(
                "the keyset",
                config.getValue("ect.secrets.keyset", String.class).substring(2));
        secrets.put("the database password", config.getValue("quarkus.datasource.password", String.class));
        secrets.put("the database owner's password", config.getValue("quarkus.flyway.password", String.class));
        secrets.put("the description of a net", "Weekly exercise");
        return secrets;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
