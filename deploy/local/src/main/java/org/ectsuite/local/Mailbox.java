package org.ectsuite.local;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server that delivers nothing: it takes mail over SMTP as a relay would (STARTTLS and a login are required)
 * and shows it in the browser.
 */
final class Mailbox implements AutoCloseable {

    static final String USERNAME = "suite";

    private static final int LARGEST_MAIL = 25 * 1024 * 1024;
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private final SMTPServer smtp;
    private final HttpServer http;

    private Mailbox(SMTPServer smtp, HttpServer http) {
        this.smtp = smtp;
        this.http = http;
    }

    static Mailbox start(Vertx vertx, MailStore store, Ports ports, SSLContext tls, String password) {
        SMTPServer smtp = SMTPServer.port(ports.mailboxSmtp())
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("ECT mailbox")
                .startTlsSocketFactory(tls)
                .requireTLS()
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((username, given, context) -> {
                    if (!USERNAME.equals(username) || !same(given, password)) {
                        throw new LoginFailedException();
                    }
                }))
                .maxMessageSize(LARGEST_MAIL)
                .messageHandler((BasicMessageListener) (context, from, to, data) -> store.add(data))
                .build();
        smtp.start();
        Pages pages = new Pages(store, ports);
        HttpServer http = Await.result(vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                .requestHandler(pages.router(vertx))
                .listen(ports.mailboxPage()));
        return new Mailbox(smtp, http);
    }

    @Override
    public void close() {
        smtp.stop();
        Await.result(http.close());
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** The mailbox in the browser, and the same as JSON for programs. */
    private record Pages(MailStore store, Ports ports) {

        Router router(Vertx vertx) {
            Router router = Router.router(vertx);
            router.route().handler(this::guard);
            router.get("/").blockingHandler(context -> html(context, MailboxPage.list(store.all())));
            router.get("/mailbox.css")
                    .handler(context -> context.response()
                            .putHeader("Content-Type", "text/css; charset=utf-8")
                            .end(MailboxPage.STYLE));
            router.get("/mails/:id")
                    .blockingHandler(context -> withMail(context, mail -> html(context, MailboxPage.mail(mail))));
            router.get("/mails/:id/html")
                    .blockingHandler(context -> withMail(context, mail -> {
                        // The mail's own styles are inline; it may run no script and reach nothing.
                        context.response()
                                .putHeader(
                                        "Content-Security-Policy",
                                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
                                                + " allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation;"
                                                + " frame-ancestors 'self'");
                        context.response()
                                .putHeader("Content-Type", "text/html; charset=utf-8")
                                .end(mail.html());
                    }));
            router.get("/mails/:id/attachments/:n").blockingHandler(this::attachment);
            router.get("/api/mails").blockingHandler(this::list);
            router.get("/api/mails/:id/attachments/:n").blockingHandler(this::attachment);
            return router;
        }

        /** A page of another site that resolves its name to this machine must not read the mails. */
        private void guard(RoutingContext context) {
            context.response()
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Referrer-Policy", "no-referrer")
                    .putHeader("Cache-Control", "no-store")
                    .putHeader(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'self'; frame-src 'self'; frame-ancestors 'none'");
            String host = String.valueOf(context.request().authority());
            if (Set.of("localhost:" + ports.mailboxPage(), "127.0.0.1:" + ports.mailboxPage())
                    .contains(host)) {
                context.next();
            } else {
                context.response()
                        .setStatusCode(FORBIDDEN)
                        .end("Open the mailbox as http://localhost:" + ports.mailboxPage());
            }
        }

        private void list(RoutingContext context) {
            String to = context.request().getParam("to");
            JsonArray mails = new JsonArray();
            store.all().stream()
                    .filter(mail -> to == null || mail.to().stream().anyMatch(address -> address.contains(to)))
                    .forEach(mail -> mails.add(json(mail)));
            context.json(mails);
        }

        private static JsonObject json(CaughtMail mail) {
            JsonArray attachments = new JsonArray();
            mail.attachments()
                    .forEach(attachment -> attachments.add(new JsonObject()
                            .put("name", attachment.name())
                            .put("contentType", attachment.contentType())
                            .put("size", attachment.content().length)));
            return new JsonObject()
                    .put("id", mail.id())
                    .put("from", mail.from())
                    .put("to", new JsonArray(mail.to()))
                    .put("subject", mail.subject())
                    .put("messageId", mail.messageId())
                    .put("receivedAt", mail.receivedAt())
                    .put("text", mail.text())
                    .put("html", mail.html())
                    .put("attachments", attachments);
        }

        private void attachment(RoutingContext context) {
            withMail(context, mail -> {
                int index = number(context.pathParam("n"));
                if (index < 0 || index >= mail.attachments().size()) {
                    context.response().setStatusCode(NOT_FOUND).end();
                    return;
                }
                CaughtMail.Attachment attachment = mail.attachments().get(index);
                context.response()
                        .putHeader("Content-Type", attachment.contentType())
                        .putHeader(
                                "Content-Disposition",
                                "attachment; filename*=UTF-8''"
                                        + java.net.URLEncoder.encode(attachment.name(), StandardCharsets.UTF_8)
                                                .replace("+", "%20"))
                        .end(io.vertx.core.buffer.Buffer.buffer(attachment.content()));
            });
        }

        private static int number(String text) {
            return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
        }

        private void withMail(RoutingContext context, java.util.function.Consumer<CaughtMail> then) {
            store.find(context.pathParam("id"))
                    .ifPresentOrElse(
                            then,
                            () -> context.response().setStatusCode(NOT_FOUND).end("No such mail."));
        }

        private static void html(RoutingContext context, String page) {
            context.response()
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .end(page);
        }
    }
}
