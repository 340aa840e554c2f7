package org.ectsuite.notification.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.ectsuite.notification.smtp.SmtpConfig.Tls;
import org.ectsuite.testsupport.ReceivedMail;
import org.ectsuite.testsupport.TlsCertificate;

/**
 * Debian's Postfix, as an operator would set it up for the suite: it takes mail over TLS after a login, and passes it on
 * to {@code smtp-sink}, which keeps what it gets. Everything it needs lies in a folder of its own.
 */
final class Postfix implements AutoCloseable {

    /** What makes it refuse; the texts are what an administrator is to read. */
    static final String UNKNOWN = "nobody@example.org";

    static final String GREYLISTED = "grey@example.org";

    private static final String USER = "relay-user";
    private static final int LARGEST_MAIL = 200_000;

    private final Path folder;
    private final String password =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final TlsCertificate certificate = TlsCertificate.of("dns:localhost,ip:127.0.0.1");
    private final int startTlsPort;
    private final int implicitPort;
    private final Process sink;

    /** The programs that are missing here, or why they cannot run; empty if nothing is in the way. */
    static Optional<String> obstacle() {
        for (String program : List.of("postfix", "smtp-sink", "saslpasswd2")) {
            if (!Files.isExecutable(Path.of("/usr/sbin", program))) {
                return Optional.of("no " + program + " (Debian: apt-get install postfix sasl2-bin libsasl2-modules)");
            }
        }
        return System.getProperty("user.name").equals("root")
                ? Optional.empty()
                : Optional.of("only root can start Postfix");
    }

    /** @param more lines of {@code main.cf} beside those of a sound relay */
    Postfix(String... more) {
        try {
            folder = Files.createTempDirectory(
                    "ect-postfix", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            List<Integer> ports = freePorts(3);
            startTlsPort = ports.get(0);
            implicitPort = ports.get(1);
            int sinkPort = ports.get(2);
            ownFolder("data");
            Path sunk = ownFolder("sunk");
            Files.createDirectory(folder.resolve("queue"));
            // Debian's Postfix looks there for its SASL library's settings, wherever else it is told to.
            Files.createDirectories(folder.resolve("conf/sasl"));
            writeLogin();
            writeCertificate();
            Files.writeString(folder.resolve("conf/main.cf"), mainFile(sinkPort) + String.join("\n", more) + "\n");
            Files.writeString(folder.resolve("conf/master.cf"), masterFile());
            sink = new ProcessBuilder(
                            "/usr/sbin/smtp-sink", "-u", "postfix", "-d", sunk + "/%s.", "127.0.0.1:" + sinkPort, "100")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("sink.log").toFile())
                    .start();
            postfix("start");
            awaitListening(sinkPort);
            awaitListening(startTlsPort);
            awaitListening(implicitPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the suite would be set up for it. */
    RelaySettings settings(Tls tls) {
        return new RelaySettings(
                "localhost",
                switch (tls) {
                    case STARTTLS -> startTlsPort;
                    case IMPLICIT -> implicitPort;
                },
                tls,
                USER,
                password,
                Optional.of(certificate.pemFile()),
                "ECT Suite <ect@test.example>",
                Optional.of("ect.test.example"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20));
    }

    /** Waits until so many mails came out at the other end, and gives them in any order. */
    List<ReceivedMail> awaitMails(int count) {
        Awaitility.await("mails behind Postfix")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> log().lines()
                                .filter(line -> line.contains("status=sent"))
                                .count()
                        >= count);
        List<ReceivedMail> mails = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("sunk"))) {
            for (Path file : files.toList()) {
                mails.add(read(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mails;
    }

    /** What it wrote to its log so far. */
    String log() {
        try {
            Path file = folder.resolve("data/mail.log");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            postfix("stop");
            sink.destroy();
            sink.waitFor(10, TimeUnit.SECONDS);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The sink writes the envelope above the mail; Postfix says in its trace how the mail came in. */
    private static ReceivedMail read(byte[] dump) {
        String text = new String(dump, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("Received: ");
        String envelope = text.substring(0, begin);
        String trace = text.substring(begin, text.indexOf("\n\n", begin));
        return ReceivedMail.parse(
                argument(envelope, "X-Mail-Args: <"),
                List.of(argument(envelope, "X-Rcpt-Args: <")),
                trace.contains("(using TLSv1."),
                trace.contains("(Authenticated sender: " + USER + "@localhost)") ? Optional.of(USER) : Optional.empty(),
                text.substring(begin).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String argument(String envelope, String begin) {
        int from = envelope.indexOf(begin) + begin.length();
        return envelope.substring(from, envelope.indexOf('>', from));
    }

    private String mainFile(int sinkPort) {
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = %1$s/data/mail.log
                maillog_file_prefixes = %1$s
                myhostname = localhost
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                mynetworks =
                mydestination =
                relayhost = [127.0.0.1]:%2$d
                smtp_host_lookup = native
                disable_dns_lookups = yes
                message_size_limit = %3$d
                smtpd_tls_chain_files = %1$s/server.pem
                smtpd_tls_security_level = encrypt
                smtpd_tls_auth_only = yes
                smtpd_tls_received_header = yes
                smtpd_sasl_auth_enable = yes
                smtpd_sasl_path = smtpd
                smtpd_sasl_local_domain = localhost
                smtpd_sasl_authenticated_header = yes
                cyrus_sasl_config_path = %1$s/conf/sasl
                smtpd_relay_restrictions = permit_sasl_authenticated, reject
                smtpd_recipient_restrictions = check_recipient_access inline:{
                    { %4$s = 550 5.1.1 No such mailbox here },
                    { %5$s = 450 4.2.0 Greylisted: come back in five minutes } }
                """.formatted(folder, sinkPort, LARGEST_MAIL, UNKNOWN, GREYLISTED);
    }

    private String masterFile() {
        return """
                127.0.0.1:%d inet n - n - - smtpd
                127.0.0.1:%d inet n - n - - smtpd
                    -o smtpd_tls_wrappermode=yes
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                proxymap unix - - n - - proxymap
                smtp unix - - n - - smtp
                retry unix - - n - - error
                anvil unix - - n - 1 anvil
                scache unix - - n - 1 scache
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(startTlsPort, implicitPort);
    }

    private void writeLogin() throws IOException {
        Path users = folder.resolve("conf/sasl/sasldb2");
        Files.writeString(folder.resolve("conf/sasl/smtpd.conf"), """
                pwcheck_method: auxprop
                auxprop_plugin: sasldb
                sasldb_path: %s
                mech_list: PLAIN LOGIN
                """.formatted(users));
        run(password, "/usr/sbin/saslpasswd2", "-p", "-c", "-f", users.toString(), "-u", "localhost", USER);
        Files.setOwner(users, postfixUser());
    }

    /** Key and certificate in one file, readable by root alone: Postfix reads it before it lowers its rights. */
    private void writeCertificate() throws IOException {
        try {
            char[] storePassword = certificate.keyStorePassword().toCharArray();
            KeyStore store = KeyStore.getInstance(certificate.keyStoreFile().toFile(), storePassword);
            String key = Base64.getMimeEncoder()
                    .encodeToString(store.getKey("server", storePassword).getEncoded());
            Path chain = Files.createFile(
                    folder.resolve("server.pem"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    chain,
                    "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n"
                            + Files.readString(certificate.pemFile()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path ownFolder(String name) throws IOException {
        return Files.setOwner(Files.createDirectory(folder.resolve(name)), postfixUser());
    }

    private static UserPrincipal postfixUser() throws IOException {
        return Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix");
    }

    private void postfix(String command) throws IOException {
        run("", "/usr/sbin/postfix", "-c", folder.resolve("conf").toString(), command);
    }

    private void run(String input, String... command) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + ": " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    private static void awaitListening(int port) {
        Awaitility.await("port " + port)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                            InputStream in = socket.getInputStream()) {
                        return in != null;
                    }
                });
    }
}
