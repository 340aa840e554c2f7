package org.ectsuite.notification.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Remembers the certificate that a relay shows, to explain why it is or is not trusted; decides nothing itself. */
final class RelayCertificates {

    private @Nullable X509Certificate shown;

    /** The line, encrypted as soon as something is said: TLS 1.2 or newer, trusted authorities only, the right host only. */
    SSLSocket wrap(Socket plain, SmtpConfig config) throws IOException, GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted(config.caFile()));
        TrustManager[] managers = factory.getTrustManagers();
        for (int i = 0; i < managers.length; i++) {
            if (managers[i] instanceof X509ExtendedTrustManager manager) {
                managers[i] = new Remembering(manager);
            }
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        SSLSocket secure =
                (SSLSocket) context.getSocketFactory().createSocket(plain, config.host(), config.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        secure.setSSLParameters(parameters);
        return secure;
    }

    /** The certificate in lines; none if the relay showed none. */
    List<String> description() {
        X509Certificate certificate = shown;
        if (certificate == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Names: " + String.join(", ", names(certificate)));
        lines.add("Issued by: " + certificate.getIssuerX500Principal().getName());
        lines.add("Valid from %s until %s"
                .formatted(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()));
        return lines;
    }

    /** Why there is no encrypted line. */
    String complaint(SmtpConfig config, Exception failure, Instant now) {
        X509Certificate certificate = shown;
        if (certificate == null) {
            return config.tls() == SmtpConfig.Tls.IMPLICIT
                    ? "There is no TLS at this port, or none new enough (1.2). With port 587 ECT_SMTP_TLS must be starttls."
                    : "The relay began no TLS that is new enough (1.2).";
        }
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            return "The certificate of the relay has expired. Nothing was told to it.";
        }
        if (certificate.getNotBefore().toInstant().isAfter(now)) {
            return "The certificate of the relay is not valid yet; or the clock of this machine is wrong.";
        }
        if (String.valueOf(failure.getMessage()).contains("subject alternative")) {
            return "The certificate is of another host than %s. Set ECT_SMTP_HOST to one of the names in it; if that is not the relay you mean, somebody is in between. Nothing was told to it."
                    .formatted(config.host());
        }
        return "The certificate comes from an authority that is not trusted here. If it is your own, give its file as ECT_SMTP_CA_FILE. Nothing was told to the relay.";
    }

    private static @Nullable KeyStore trusted(Optional<Path> file) throws IOException, GeneralSecurityException {
        if (file.isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file.get())) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
        }
        return store;
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            return alternatives == null
                    ? List.of(certificate.getSubjectX500Principal().getName())
                    : alternatives.stream()
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of("unreadable");
        }
    }

    private final class Remembering extends X509ExtendedTrustManager {

        private final X509ExtendedTrustManager judge;

        Remembering(X509ExtendedTrustManager judge) {
            this.judge = judge;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            shown = chain[0];
            judge.checkServerTrusted(chain, type, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            shown = chain[0];
            judge.checkServerTrusted(chain, type, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            shown = chain[0];
            judge.checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            judge.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            judge.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            judge.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return judge.getAcceptedIssuers();
        }
    }
}
