package org.ectsuite.notification.smtp;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a failure of the mail client means. The client says at which command the relay refused only in the text
 * of its exceptions, which begin with these words.
 */
final class RelayFailures {

    private static final String AT_GREETING = "got error response";
    private static final String AT_HELO = "HELO failed";
    private static final String AT_AUTH = "AUTH ";
    private static final String AT_SENDER = "sender address not accepted";
    private static final String NO_STARTTLS = "STARTTLS required";
    private static final String NO_LOGIN = "login is required";
    private static final String TOO_LARGE = "message exceeds allowed size limit";

    private static final int SERVICE_CLOSING = 421;
    private static final int AUTHENTICATION_REQUIRED = 530;
    private static final int TOO_BIG = 552;
    private static final int TEXT_LIMIT = 400;

    private RelayFailures() {}

    /** The failure in our terms. */
    static RelayException explain(Throwable failure) {
        return switch (failure) {
            case RelayException known -> known;
            case SMTPException refusal -> refused(refusal);
            case TimeoutException late ->
                new RelayException(Fault.TURNED_AWAY, "The relay did not finish within the time allowed");
            default -> unspoken(failure);
        };
    }

    private static RelayException refused(SMTPException refusal) {
        String stage = String.valueOf(refusal.getMessage());
        String reply = oneLine(String.join(" ", refusal.getReplyMessages()));
        if (stage.startsWith(AT_AUTH)) {
            return refusal.isTransient()
                    ? new RelayException(Fault.UNREACHABLE, "The relay cannot check logins at the moment: " + reply)
                    : new RelayException(Fault.LOGIN_REFUSED, "The relay refused the login: " + reply);
        }
        if (refusal.getReplyCode() == AUTHENTICATION_REQUIRED) {
            return new RelayException(Fault.LOGIN_REFUSED, "The relay wants another login: " + reply);
        }
        if (stage.startsWith(AT_GREETING) || stage.startsWith(AT_HELO) || refusal.getReplyCode() == SERVICE_CLOSING) {
            return new RelayException(Fault.UNREACHABLE, "The relay takes no mail at the moment: " + reply);
        }
        if (stage.startsWith(AT_SENDER) && refusal.isPermanent() && refusal.getReplyCode() != TOO_BIG) {
            return new RelayException(Fault.SENDER_REFUSED, "The relay refused the sender: " + reply);
        }
        return refusal.isPermanent()
                ? new RelayException(Fault.REFUSED, "Refused by the relay: " + reply)
                : new RelayException(Fault.TURNED_AWAY, "Turned away by the relay: " + reply);
    }

    /** What went wrong without a reply of the relay. */
    private static RelayException unspoken(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith(NO_STARTTLS)) {
            return new RelayException(Fault.UNTRUSTED, "The relay offers no STARTTLS");
        }
        if (message.startsWith(NO_LOGIN)) {
            return new RelayException(Fault.LOGIN_REFUSED, "The relay offers no login by PLAIN or LOGIN");
        }
        if (message.startsWith(TOO_LARGE)) {
            return new RelayException(Fault.REFUSED, "The mail is larger than the relay takes");
        }
        if (has(failure, SSLException.class) || has(failure, CertificateException.class)) {
            return new RelayException(Fault.UNTRUSTED, "No trusted TLS connection: " + oneLine(rootMessage(failure)));
        }
        if (has(failure, ConnectException.class)
                || has(failure, UnknownHostException.class)
                || has(failure, NoRouteToHostException.class)) {
            return new RelayException(Fault.UNREACHABLE, "The relay cannot be reached: " + oneLine(message));
        }
        return new RelayException(Fault.TURNED_AWAY, "The connection to the relay broke off: " + oneLine(message));
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        @Nullable Throwable cause = failure.getCause();
        while (cause != null) {
            root = cause;
            cause = cause.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** The relay's words come from outside: one line, printable, bounded. */
    private static String oneLine(String text) {
        String line = HeaderText.singleLine(text);
        return line.length() <= TEXT_LIMIT
                ? line
                : line.substring(0, TEXT_LIMIT).strip() + "…";
    }
}
