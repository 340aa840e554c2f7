package org.ectsuite.notification.smtp;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A pool of connections to the relay. A mail leaves only over TLS 1.2 or newer, to a relay whose certificate is trusted
 * and names the configured host, after a login.
 */
public final class SmtpRelay implements AutoCloseable {

    private final Vertx vertx;
    private final MailClient client;
    /**
     * All that the mail client does happens on one event loop. Asked from several, it opens a connection on one and listens
     * to it from another, and may miss the relay's greeting: the attempt would hang until the connection is given up.
     */
    private final Context loop;

    private final MailAddress from;
    private final Optional<String> bounceAddress;
    private final boolean urgent;
    private final SendingRate rate;
    private final Duration sendTimeout;

    SmtpRelay(Vertx vertx, SmtpConfig config, int connections, boolean urgent, SendingRate rate) {
        this.from = MailAddress.parse(config.from())
                .orElseThrow(() -> new IllegalArgumentException("ect.notification.smtp.from is no mail address"));
        this.bounceAddress = config.bounceAddress()
                .map(address -> MailAddress.parse(address)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "ect.notification.smtp.bounce-address is no mail address")))
                .map(MailAddress::address);
        this.urgent = urgent;
        this.rate = rate;
        this.sendTimeout = config.sendTimeout();
        this.vertx = vertx;
        // Only the internal interface can ask for an event loop that is not the caller's.
        this.loop = ((VertxInternal) vertx.getDelegate()).createEventLoopContext();
        this.client = MailClient.create(vertx, options(config, from, connections));
    }

    static MailConfig options(SmtpConfig config, MailAddress from, int connections) {
        MailConfig options = new MailConfig()
                .setHostname(config.host())
                .setPort(config.port())
                .setOwnHostname(config.ownHostName().orElseGet(from::domain))
                .setLogin(LoginOption.REQUIRED)
                .setUsername(config.username())
                .setPassword(config.password())
                // Both tell the password, which TLS hides; the challenge methods only ask the relay to keep it in
                // clear.
                .setAuthMethods("PLAIN LOGIN")
                .setTrustAll(false)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
                .setMaxPoolSize(connections)
                .setMaxMailsPerConnection(config.maxMailsPerConnection())
                .setKeepAlive(true)
                .setKeepAliveTimeout(Math.toIntExact(config.idleTimeout().toSeconds()))
                // With pipelining a refused recipient leaves the relay waiting for data that never comes.
                .setPipelining(false)
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                // Without it a relay that falls silent would hold its place in the pool for ever.
                .setIdleTimeout(Math.toIntExact(config.idleTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setLogActivity(false)
                .setUserAgent("ect-suite");
        // The algorithm that verifies the host name is left unset on purpose: the client then sets HTTPS itself, but
        // clears the setting if it finds one.
        switch (config.tls()) {
            case STARTTLS -> options.setSsl(false).setStarttls(StartTLSOptions.REQUIRED);
            case IMPLICIT -> options.setSsl(true).setStarttls(StartTLSOptions.DISABLED);
        }
        DkimKey.options(config, from)
                .ifPresent(dkim -> options.setEnableDKIM(true).setDKIMSignOption(dkim));
        config.caFile().ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        return options;
    }

    /** Hands a mail over; fails with a {@link RelayException}. Whoever stops waiting cannot know whether it arrived. */
    public Uni<Void> send(OutgoingMail mail) {
        Executor caller = MutinyHelper.executor(vertx.getDelegate().getOrCreateContext());
        Duration wait = rate.reserve(urgent);
        Uni<Void> sent = wait.isZero() || wait.isNegative()
                ? handOver(mail)
                : Uni.createFrom().voidItem().onItem().delayIt().by(wait).chain(() -> handOver(mail));
        return sent.emitOn(caller);
    }

    private Uni<Void> handOver(OutgoingMail mail) {
        return Uni.createFrom()
                .deferred(() -> client.sendMail(message(mail)))
                .runSubscriptionOn(MutinyHelper.executor(loop))
                .ifNoItem()
                .after(sendTimeout)
                .fail()
                .onFailure()
                .transform(RelayFailures::explain)
                .replaceWithVoid();
    }

    private MailMessage message(OutgoingMail mail) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set("From", HeaderText.address("From", from.name(), from.address()))
                .set("To", HeaderText.address("To", mail.to().name(), mail.to().address()))
                .set("Subject", HeaderText.unstructured("Subject", mail.subject()))
                .set("Message-ID", mail.messageId())
                .set(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.date().atOffset(ZoneOffset.UTC)))
                // RFC 3834: vacation programs stay silent.
                .set("Auto-Submitted", "auto-generated");
        if (mail.unsubscribe() != null) {
            headers.set("List-Unsubscribe", "<" + mail.unsubscribe() + ">")
                    .set("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MailMessage message = new MailMessage();
        bounceAddress.ifPresent(address -> message.setBounceAddress(returnPath(address, mail.messageId())));
        return message.setFrom(from.address())
                .setTo(mail.to().address())
                .setHeaders(headers)
                .setText(mail.text())
                .setHtml(mail.html())
                .setAttachment(
                        mail.attachments().stream().map(SmtpRelay::attachment).toList());
    }

    /** {@code bounces@example.org} and {@code <id@host>} make {@code bounces+id@example.org}. */
    static String returnPath(String address, String messageId) {
        int at = address.lastIndexOf('@');
        String id = messageId.substring(1, messageId.lastIndexOf('@'));
        return address.substring(0, at) + "+" + id + address.substring(at);
    }

    private static MailAttachment attachment(OutgoingMail.File file) {
        return MailAttachment.create()
                .setName(file.name())
                .setContentType(file.contentType())
                .setData(Buffer.buffer(file.content()));
    }

    @Override
    public void close() {
        client.closeAndForget();
    }
}
