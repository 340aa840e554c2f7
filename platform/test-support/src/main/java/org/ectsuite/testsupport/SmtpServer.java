package org.ectsuite.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/**
 * A real SMTP server on a free port of the loopback address. By default a sound relay: it demands STARTTLS and a password
 * before it takes a mail, and keeps what it takes. Builders make it misbehave; {@link #refuse} does so per recipient
 * while it runs.
 */
public final class SmtpServer implements AutoCloseable {
    private static @Nullable SmtpServer running;

    private final Tls tls;
    private final boolean login;
    private final TlsCertificate certificate;
    private final String username;
    private final String password;
    private final SMTPServer server;
    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    /** How a server offers encryption. */
    public enum Tls {
        /** Plain at first, encrypted on demand, and nothing is taken before. */
        STARTTLS,
        /** Encrypted from the first byte. */
        IMPLICIT,
        /** Never: a relay to which no password may be told. */
        NONE
    }

    /** What a recipient is answered with, for so many attempts. */
    private record Refusal(int code, String text, AtomicInteger left) {}

    private SmtpServer(Tls tls, String certificateNames, boolean login, String username, String password) {
        this.tls = tls;
        this.login = login;
        this.certificate = TlsCertificate.of(certificateNames);
        this.username = username;
        this.password = password;
        this.server = build();
        server.start();
    }

    /** A sound relay: STARTTLS, a certificate for {@code localhost} and {@code 127.0.0.1}, a password. */
    public static SmtpServer start() {
        return builder().start();
    }

    /** A relay that differs from the sound one. */
    public static Builder builder() {
        return new Builder(Tls.STARTTLS, "dns:localhost,ip:127.0.0.1", true);
    }

    /** The differences of a relay from the sound one. */
    public static final class Builder {
        private final Tls tls;
        private final String certificateNames;
        private final boolean login;

        private Builder(Tls tls, String certificateNames, boolean login) {
            this.tls = tls;
            this.certificateNames = certificateNames;
            this.login = login;
        }

        /** Another kind of encryption. */
        public Builder tls(Tls other) {
            return new Builder(other, certificateNames, login);
        }

        /** Shows a certificate of another host. */
        public Builder certificateOfAnotherHost() {
            return new Builder(tls, "dns:mail.elsewhere.example", login);
        }

        /** Offers no login, and takes mail from anybody. */
        public Builder withoutLogin() {
            return new Builder(tls, certificateNames, false);
        }

        /** Starts the relay. */
        public SmtpServer start() {
            return new SmtpServer(tls, certificateNames, login, "relay-user", Secrets.hex(16));
        }
    }

    /** The relay of the application that runs now; {@link SmtpServerResource} must be one of its test resources. */
    public static synchronized SmtpServer current() {
        var now = running;
        if (now == null) {
            throw new IllegalStateException(
                    "No SMTP server: annotate the test with @QuarkusTestResource(SmtpServerResource.class)");
        }
        return now;
    }

    static synchronized void current(@Nullable SmtpServer server) {
        running = server;
    }

    /** The port it listens on. */
    public int port() {
        return server.getPortAllocated();
    }

    /** The user it knows. */
    public String username() {
        return username;
    }

    /** The password of that user. */
    public String password() {
        return password;
    }

    /** A PEM file with the certificate to trust. */
    public String caFile() {
        return certificate.pemFile().toString();
    }

    /** The mails it took since the last {@link #forget()}, in order. */
    public List<ReceivedMail> mails() {
        return List.copyOf(mails);
    }

    /** The mails to one address since the last {@link #forget()}, in order. */
    public List<ReceivedMail> mailsTo(String address) {
        return mails.stream()
                .filter(mail -> mail.envelopeRecipients().contains(address))
                .toList();
    }

    /** Waits until the first mail to an address came in, at most half a minute. */
    public ReceivedMail awaitMailTo(String address) {
        return awaitMailsTo(address, 1).getFirst();
    }

    /** Waits until so many mails to an address came in, at most half a minute. */
    public List<ReceivedMail> awaitMailsTo(String address, int count) {
        Awaitility.await("mail to " + address)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mailsTo(address).size() >= count);
        return mailsTo(address);
    }

    /** How many recipients were named to it since the last {@link #forget()}, refused ones included. */
    public int attempts() {
        return attempts.get();
    }

    /**
     * How many mails are on their way in, from the answer to MAIL on. If there are none, none can come any more from a
     * client that is gone and that did not send ahead of answers.
     */
    public int underWay() {
        return underWay.get();
    }

    /** Refuses a recipient for good, with 550. */
    public void refuse(String address) {
        refuse(address, 550, "5.1.1 No such mailbox", Integer.MAX_VALUE);
    }

    /** Puts a recipient off so many times, with 451. */
    public void defer(String address, int times) {
        refuse(address, 451, "4.3.0 Try again later", times);
    }

    /** Answers a recipient with any code, so many times. */
    public void refuse(String address, int code, String text, int times) {
        refusals.put(address, new Refusal(code, text, new AtomicInteger(times)));
    }

    /** Forgets all mails and all refusals. */
    public void forget() {
        mails.clear();
        refusals.clear();
        attempts.set(0);
    }

    @Override
    public void close() {
        server.stop();
    }

    private SMTPServer build() {
        var builder = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandlerFactory(Handler::new);
        if (login) {
            builder.requireAuth()
                    .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, secret, context) -> {
                        if (!username.equals(user) || !password.equals(secret)) {
                            throw new LoginFailedException();
                        }
                    }));
        }
        SSLContext context = certificate.serverContext();
        return switch (tls) {
            case STARTTLS ->
                builder.enableTLS()
                        .requireTLS()
                        .startTlsSocketFactory(socket -> {
                            SSLSocketFactory factory = context.getSocketFactory();
                            var remote = socket.getInetAddress().getHostAddress();
                            var secured = (SSLSocket) factory.createSocket(socket, remote, socket.getPort(), true);
                            secured.setUseClientMode(false);
                            return secured;
                        })
                        .build();
            case IMPLICIT -> builder.serverSocketFactory(context).build();
            case NONE -> builder.enableTLS(false).build();
        };
    }

    /** One mail on its way in. */
    private final class Handler implements MessageHandler {
        private final MessageContext context;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        Handler(MessageContext context) {
            this.context = context;
            underWay.incrementAndGet();
        }

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            attempts.incrementAndGet();
            var refusal = refusals.get(recipient);
            if (refusal != null && refusal.left().getAndDecrement() > 0) {
                throw new RejectException(refusal.code(), refusal.text());
            }
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            var user = context.getAuthenticationHandler()
                    .flatMap(handler -> Optional.ofNullable(handler.getIdentity()))
                    .map(Object::toString);
            boolean encrypted = tls == Tls.IMPLICIT || (context instanceof Session session && session.isTLSStarted());
            mails.add(ReceivedMail.parse(sender, recipients, encrypted, user, data.readAllBytes()));
            return null;
        }

        @Override
        public void done() {
            underWay.decrementAndGet();
        }
    }
}
