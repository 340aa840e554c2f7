package org.ectsuite.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate made for this run, with its key; who trusts it, trusts exactly this server. Made with the
 * JDK's own {@code keytool}.
 */
public final class TlsCertificate {
    private final SSLContext serverContext;
    private final Path pemFile;
    private final Path keyStoreFile;
    private final String keyStorePassword;

    private TlsCertificate(SSLContext serverContext, Path pemFile, Path keyStoreFile, String keyStorePassword) {
        this.serverContext = serverContext;
        this.pemFile = pemFile;
        this.keyStoreFile = keyStoreFile;
        this.keyStorePassword = keyStorePassword;
    }

    /** A certificate for a server, with subject alternative names like {@code dns:localhost,ip:127.0.0.1}. */
    public static TlsCertificate of(String alternativeNames) {
        try {
            var directory = Files.createTempDirectory("ect-tls");
            directory.toFile().deleteOnExit();
            var password = Secrets.hex(16);
            var store = directory.resolve("server.p12");
            generate(store, password, alternativeNames);
            store.toFile().deleteOnExit();

            var keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);

            var pem = directory.resolve("ca.pem");
            var body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(keys.getCertificate("server").getEncoded());
            Files.writeString(pem, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
            pem.toFile().deleteOnExit();
            return new TlsCertificate(context, pem, store, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server shows the certificate with. */
    public SSLContext serverContext() {
        return serverContext;
    }

    /** A PEM file with the certificate; whoever trusts it accepts this server. */
    public Path pemFile() {
        return pemFile;
    }

    /** The same with its key as a PKCS #12 file, for servers that want one. */
    public Path keyStoreFile() {
        return keyStoreFile;
    }

    /** The password of that file. */
    public String keyStorePassword() {
        return keyStorePassword;
    }

    private static void generate(Path store, String password, String alternativeNames) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=mail.test.example",
                        "-ext",
                        "san=" + alternativeNames,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass:env",
                        "STORE_PASSWORD")
                .redirectErrorStream(true);
        process.environment().put("STORE_PASSWORD", password);
        var running = process.start();
        try {
            var output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!running.waitFor(30, TimeUnit.SECONDS) || running.exitValue() != 0) {
                throw new IOException("keytool made no certificate: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
