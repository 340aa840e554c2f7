package org.ectsuite.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The certificate of the local mail server: self-signed, for {@code localhost}, made once with the JDK's keytool. */
final class MailCertificate {

    private static final String ALIAS = "mailbox";

    private final Path keyStore;
    private final Path authority;
    private final String password;

    private MailCertificate(Path folder, String password) {
        this.keyStore = folder.resolve("mailbox.p12");
        this.authority = folder.resolve("mailbox-ca.pem");
        this.password = password;
    }

    static MailCertificate in(Path folder, String password) {
        MailCertificate certificate = new MailCertificate(folder, password);
        if (!Files.exists(certificate.authority)) {
            certificate.create();
        }
        return certificate;
    }

    /** The PEM file that a mail client must trust. */
    Path authority() {
        return authority;
    }

    SSLContext sslContext() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(), password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new StackFailure("Cannot read " + keyStore + ": delete it, and it is made anew.", e);
        }
    }

    private void create() {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        try {
            Files.deleteIfExists(keyStore);
            // The password goes in by the environment: command lines are readable by everybody on the machine.
            ProcessBuilder builder = new ProcessBuilder(List.of(
                    keytool.toString(),
                    "-genkeypair",
                    "-alias",
                    ALIAS,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=dns:localhost,ip:127.0.0.1",
                    "-ext",
                    "BC=ca:true",
                    "-validity",
                    "3650",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    keyStore.toString(),
                    "-storepass:env",
                    "ECT_KEYSTORE_PASSWORD"));
            builder.environment().put("ECT_KEYSTORE_PASSWORD", password);
            builder.redirectErrorStream(true);
            Process process = builder.start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new StackFailure("keytool could not make the mailbox's certificate: " + output.strip());
            }
            byte[] encoded = load().getCertificate(ALIAS).getEncoded();
            String pem = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                    + "\n-----END CERTIFICATE-----\n";
            Files.writeString(authority, pem);
        } catch (IOException | GeneralSecurityException e) {
            throw new StackFailure("Cannot make the mailbox's certificate in " + keyStore.getParent() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while making the mailbox's certificate.", e);
        }
    }

    private KeyStore load() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }
}
