package org.ectsuite.notification.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import org.ectsuite.notification.smtp.RelayReport.Name;
import org.ectsuite.notification.smtp.RelayReport.Step;
import org.jspecify.annotations.Nullable;

/**
 * Talks to the relay as the mail client does, step by step, and explains each step. Ends before a mail would begin. Blocks
 * its thread.
 */
final class RelayConversation {

    private static final int LINES = 40;
    private static final int LINE_LENGTH = 300;

    private final SmtpConfig config;
    private final String sender;
    private final Clock clock;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> abilities = new ArrayList<>();

    private @Nullable Socket socket;
    private @Nullable BufferedReader in;

    RelayConversation(SmtpConfig config, Clock clock) {
        this.config = config;
        this.sender = config.bounceAddress()
                .orElseGet(() -> MailAddress.parse(config.from())
                        .map(MailAddress::address)
                        .orElse(config.from()));
        this.clock = clock;
    }

    /** Holds the conversation. */
    RelayReport hold() {
        var at = clock.instant();
        boolean works = false;
        try {
            works = connect()
                    && (isImplicit() ? encrypt() && greeting() : greeting())
                    && hello()
                    && upgrade()
                    && login()
                    && senderTaken();
        } finally {
            close();
        }
        return new RelayReport(at, config.host() + ":" + config.port(), works, List.copyOf(steps));
    }

    private boolean isImplicit() {
        return config.tls() == SmtpConfig.Tls.IMPLICIT;
    }

    private boolean connect() {
        int patience = Math.toIntExact(config.connectTimeout().toMillis());
        try {
            Socket fresh = new Socket();
            socket = fresh;
            fresh.connect(new InetSocketAddress(config.host(), config.port()), patience);
            fresh.setSoTimeout(patience);
            use(fresh);
            return step(
                    Name.CONNECT,
                    null,
                    List.of(),
                    true,
                    "The relay can be reached at %s."
                            .formatted(fresh.getInetAddress().getHostAddress()));
        } catch (UnknownHostException e) {
            return failed(Name.CONNECT, "No address is known for this host name. Check ECT_SMTP_HOST and the DNS.");
        } catch (SocketTimeoutException e) {
            return failed(
                    Name.CONNECT,
                    "Nobody answers. A firewall may drop the connection, or the port is wrong. Check ECT_SMTP_PORT:"
                            + " 587 with STARTTLS, 465 with TLS from the start.");
        } catch (IOException e) {
            return failed(
                    Name.CONNECT,
                    "The host refuses the connection: nothing listens at this port, or the network is down. Check"
                            + " ECT_SMTP_HOST and ECT_SMTP_PORT.");
        }
    }

    private boolean greeting() {
        return exchange(
                Name.GREETING,
                null,
                null,
                "2",
                "The relay introduces itself and takes connections.",
                "The relay takes no mail from here at the moment, or does not want to talk to this address at all. If"
                        + " nothing was answered, it may expect TLS from the start: try ECT_SMTP_TLS=implicit.");
    }

    private boolean hello() {
        String name = config.ownHostName()
                .orElseGet(() -> MailAddress.parse(config.from())
                        .map(MailAddress::domain)
                        .orElse("localhost"));
        return exchange(
                Name.HELLO,
                "EHLO " + name,
                "EHLO " + name,
                "2",
                "The relay says what it can do.",
                "The relay does not like the name that we introduce ourselves by. Set ect.notification.smtp.own-host-name"
                        + " to the name of this machine.");
    }

    private boolean upgrade() {
        if (isImplicit()) {
            return true;
        }
        if (!can("STARTTLS")) {
            return step(
                    Name.STARTTLS,
                    null,
                    List.of(),
                    false,
                    "The relay offers no encryption here, so nothing more is said: neither a password nor a mail goes"
                            + " over a line that others can read. Use a port with TLS, or switch it on at the relay.");
        }
        return exchange(
                        Name.STARTTLS,
                        "STARTTLS",
                        "STARTTLS",
                        "2",
                        "The relay is ready to encrypt.",
                        "The relay offers encryption and then refuses it: its TLS is not set up well.")
                && encrypt()
                && hello();
    }

    private boolean encrypt() {
        Socket plain = connected();
        RelayCertificates seen = new RelayCertificates();
        try {
            SSLSocket secure = seen.wrap(plain, config);
            secure.startHandshake();
            use(secure);
            return step(
                    Name.TLS,
                    null,
                    seen.description(),
                    true,
                    "Encrypted with %s (%s). The certificate is valid, comes from an authority that is trusted here, and names %s."
                            .formatted(
                                    secure.getSession().getProtocol(),
                                    secure.getSession().getCipherSuite(),
                                    config.host()));
        } catch (IOException | GeneralSecurityException e) {
            return step(Name.TLS, null, seen.description(), false, seen.complaint(config, e, clock.instant()));
        }
    }

    private boolean login() {
        String offered = abilities.stream()
                .filter(line -> line.toUpperCase(Locale.ROOT).startsWith("AUTH"))
                .findFirst()
                .orElse("")
                .toUpperCase(Locale.ROOT);
        String good = "The relay knows our user name and password.";
        String bad = "The relay refuses our user name or password. Check ECT_SMTP_USERNAME and ECT_SMTP_PASSWORD; some"
                + " providers want an app password, or must be told to allow SMTP.";
        if (offered.contains("PLAIN")) {
            String secret = base64("\0" + config.username() + "\0" + config.password());
            return exchange(
                    Name.LOGIN,
                    "AUTH PLAIN " + secret,
                    "AUTH PLAIN (%s and the password)".formatted(config.username()),
                    "235",
                    good,
                    bad);
        }
        if (offered.contains("LOGIN")) {
            return exchange(Name.LOGIN, "AUTH LOGIN", "AUTH LOGIN", "334", "The relay asks for the user name.", bad)
                    && exchange(
                            Name.LOGIN,
                            base64(config.username()),
                            "(%s)".formatted(config.username()),
                            "334",
                            "The relay asks for the password.",
                            bad)
                    && exchange(Name.LOGIN, base64(config.password()), "(the password)", "235", good, bad);
        }
        return failed(
                Name.LOGIN,
                "The relay offers no login by PLAIN or LOGIN. A relay that takes mail from anybody is not used; switch the"
                        + " login on, or use its port for submission (587 or 465).");
    }

    private boolean senderTaken() {
        boolean taken = exchange(
                Name.SENDER,
                "MAIL FROM:<" + sender + ">",
                "MAIL FROM:<" + sender + ">",
                "2",
                "The relay lets us send from this address. Mail would be taken.",
                "The relay does not let us send from this address. Check ECT_MAIL_FROM, or allow the address at the relay.");
        if (taken) {
            tell("RSET");
            tell("QUIT");
        }
        return taken;
    }

    // ---- The line ----

    private boolean exchange(
            Name name, @Nullable String line, @Nullable String shown, String expected, String good, String bad) {
        List<String> answer;
        try {
            if (line != null) {
                write(line);
            }
            answer = read();
        } catch (IOException e) {
            return step(name, shown, List.of(), false, "The relay did not answer, or closed the line. " + bad);
        }
        if (name == Name.HELLO) {
            abilities.clear();
            answer.stream()
                    .skip(1)
                    .map(text -> text.substring(Math.min(4, text.length())))
                    .forEach(abilities::add);
        }
        boolean works = !answer.isEmpty() && answer.getLast().startsWith(expected);
        return step(name, shown, answer, works, works ? good : bad);
    }

    private void tell(String line) {
        try {
            write(line);
            read();
        } catch (IOException e) {
            // The relay has said all that we wanted to know.
        }
    }

    private void write(String line) throws IOException {
        connected().getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        connected().getOutputStream().flush();
    }

    /** An answer of the relay: lines of which the last has a space after its code. */
    private List<String> read() throws IOException {
        BufferedReader reader = in;
        List<String> lines = new ArrayList<>();
        while (reader != null && lines.size() < LINES) {
            String line = reader.readLine();
            if (line == null) {
                throw new IOException("closed");
            }
            String shown = HeaderText.singleLine(line);
            lines.add(shown.substring(0, Math.min(LINE_LENGTH, shown.length())));
            if (line.length() < 4 || line.charAt(3) != '-') {
                return lines;
            }
        }
        return lines;
    }

    private boolean can(String ability) {
        return abilities.stream()
                .anyMatch(line -> line.toUpperCase(Locale.ROOT).strip().equals(ability));
    }

    private boolean failed(Name name, String meaning) {
        return step(name, null, List.of(), false, meaning);
    }

    private boolean step(Name name, @Nullable String said, List<String> answered, boolean works, String meaning) {
        steps.add(new Step(name, said, List.copyOf(answered), works, meaning));
        return works;
    }

    private Socket connected() {
        Socket open = socket;
        if (open == null) {
            throw new IllegalStateException("Nothing is said before the connection stands");
        }
        return open;
    }

    private void use(Socket line) throws IOException {
        socket = line;
        in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
    }

    private void close() {
        Socket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is gone.
            }
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
