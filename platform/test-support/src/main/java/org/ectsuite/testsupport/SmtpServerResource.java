package org.ectsuite.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts an {@link SmtpServer} for the application under test: a sound relay with STARTTLS, or with the argument {@code
 * tls=implicit} one that is encrypted from the start. Sets {@code ECT_SMTP_HOST}, {@code ECT_SMTP_PORT}, {@code
 * ECT_SMTP_USERNAME}, {@code ECT_SMTP_PASSWORD}, {@code ECT_SMTP_TLS}, {@code ECT_SMTP_CA_FILE} and {@code ECT_MAIL_FROM}.
 */
public class SmtpServerResource implements QuarkusTestResourceLifecycleManager {
    private SmtpServer.Tls tls = SmtpServer.Tls.STARTTLS;
    private @Nullable SmtpServer server;

    @Override
    public void init(Map<String, String> arguments) {
        tls = "implicit".equals(arguments.get("tls")) ? SmtpServer.Tls.IMPLICIT : SmtpServer.Tls.STARTTLS;
    }

    @Override
    public Map<String, String> start() {
        var started = SmtpServer.builder().tls(tls).start();
        server = started;
        SmtpServer.current(started);
        return Map.of(
                "ECT_SMTP_HOST", "localhost",
                "ECT_SMTP_PORT", Integer.toString(started.port()),
                "ECT_SMTP_USERNAME", started.username(),
                "ECT_SMTP_PASSWORD", started.password(),
                "ECT_SMTP_TLS", tls == SmtpServer.Tls.IMPLICIT ? "implicit" : "starttls",
                "ECT_SMTP_CA_FILE", started.caFile(),
                "ECT_MAIL_FROM", "ECT Suite <ect@test.example>");
    }

    @Override
    public void stop() {
        var used = server;
        if (used != null) {
            server = null;
            SmtpServer.current(null);
            used.close();
        }
    }
}
