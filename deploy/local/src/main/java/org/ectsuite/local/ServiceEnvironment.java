package org.ectsuite.local;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each service is told by its environment: the same names as in production (docs/reference/configuration.md). */
final class ServiceEnvironment {

    /** What a program may see of the person's own environment. */
    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private final Ports ports;
    private final StackSecrets secrets;
    private final StackFolders folders;
    private final MailCertificate certificate;
    private final String administrator;
    private final Map<String, String> settings;

    ServiceEnvironment(
            Ports ports,
            StackSecrets secrets,
            StackFolders folders,
            MailCertificate certificate,
            String administrator,
            Map<String, String> settings) {
        this.ports = ports;
        this.secrets = secrets;
        this.folders = folders;
        this.certificate = certificate;
        this.administrator = administrator;
        this.settings = Map.copyOf(settings);
    }

    Map<String, String> of(Service service, Database database) {
        Map<String, String> environment = new TreeMap<>();
        for (String name : INHERITED) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("ECT_PUBLIC_URL", "http://localhost:" + ports.gateway());
        environment.put("ECT_HTTP_PORT", String.valueOf(ports.service(service)));
        environment.put("ECT_MANAGEMENT_PORT", String.valueOf(ports.management(service)));
        environment.put("ECT_DB_URL", database.url(service));
        environment.put("ECT_DB_USER", Database.appRole(service));
        environment.put("ECT_DB_PASSWORD", secrets.databasePassword(service));
        environment.put("ECT_DB_OWNER_USER", Database.ownerRole(service));
        environment.put("ECT_DB_OWNER_PASSWORD", secrets.databaseOwnerPassword(service));
        environment.put("ECT_SECRETS_KEYSET", secrets.keyset(service));
        environment.put("ECT_AUTH_URL", internal(Service.AUTH));
        environment.put("ECT_NOTIFICATION_URL", internal(Service.NOTIFICATION));
        switch (service) {
            case AUTH -> {
                environment.put("ECT_ADMIN_EMAIL", administrator);
                for (Service client : List.of(Service.ECTLOG, Service.MEDIA, Service.NOTIFICATION)) {
                    environment.put("ECT_CLIENT_SECRET_" + client.name(), secrets.clientSecret(client));
                }
            }
            case ECTLOG -> environment.put("ECT_CLIENT_SECRET", secrets.clientSecret(service));
            case MEDIA -> {
                environment.put("ECT_CLIENT_SECRET", secrets.clientSecret(service));
                for (MediaLibrary library : MediaLibrary.values()) {
                    String prefix = "ECT_MEDIA_LIBRARIES__" + library.name() + "__";
                    environment.put(
                            prefix + "PATH",
                            folders.media().resolve(library.folder()).toString());
                    environment.put(prefix + "NAME", library.title());
                    environment.put(prefix + "KIND", library.name());
                }
            }
            case NOTIFICATION -> {
                environment.put("ECT_CLIENT_SECRET", secrets.clientSecret(service));
                environment.put("ECT_SMTP_HOST", "localhost");
                environment.put("ECT_SMTP_PORT", String.valueOf(ports.mailboxSmtp()));
                environment.put("ECT_SMTP_USERNAME", Mailbox.USERNAME);
                environment.put("ECT_SMTP_PASSWORD", secrets.smtpPassword());
                environment.put("ECT_SMTP_TLS", "starttls");
                environment.put("ECT_SMTP_CA_FILE", certificate.authority().toString());
                environment.put("ECT_MAIL_FROM", "ECT Suite <suite@ect.example>");
            }
        }
        environment.putAll(settings);
        return environment;
    }

    private String internal(Service service) {
        return "http://127.0.0.1:" + ports.service(service) + service.rootPath();
    }
}
