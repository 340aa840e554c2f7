package org.ectsuite.notification.suppression;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
import org.ectsuite.testsupport.TlsCertificate;

/** A mailbox for reports on a real IMAP server. */
final class ReportMailbox implements AutoCloseable {

    private static final String LOGIN = "reports";

    /** One for all: the server keeps the first that it was given. */
    private static final TlsCertificate CERTIFICATE = TlsCertificate.of("ip:127.0.0.1");

    private final GreenMail server;
    private final GreenMailUser user;
    private final boolean encrypted;
    private final String password = UUID.randomUUID().toString();

    private ReportMailbox(boolean encrypted) {
        this.encrypted = encrypted;
        ServerSetup setup =
                new ServerSetup(0, "127.0.0.1", encrypted ? ServerSetup.PROTOCOL_IMAPS : ServerSetup.PROTOCOL_IMAP);
        synchronized (ReportMailbox.class) {
            // The server takes its certificate from here and from nowhere else.
            System.setProperty(
                    DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY,
                    CERTIFICATE.keyStoreFile().toString());
            System.setProperty(
                    DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, CERTIFICATE.keyStorePassword());
            server = new GreenMail(setup);
            user = server.setUser("reports@ect.example", LOGIN, password);
            server.start();
        }
    }

    /** Encrypted from the first byte, with a certificate for 127.0.0.1 and no name. */
    static ReportMailbox start() {
        return new ReportMailbox(true);
    }

    /** Never encrypted. */
    static ReportMailbox plain() {
        return new ReportMailbox(false);
    }

    int port() {
        return encrypted ? server.getImaps().getPort() : server.getImap().getPort();
    }

    String username() {
        return LOGIN;
    }

    String password() {
        return password;
    }

    Path caFile() {
        return CERTIFICATE.pemFile();
    }

    void deliver(byte[] mail) {
        try {
            user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many mails are in the folder in which they arrive. */
    int waiting() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessageCount();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many were put away. */
    int handled() {
        MailFolder folder = server.getManagers().getImapHostManager().getFolder(user, "Handled");
        return folder == null ? 0 : folder.getMessageCount();
    }

    @Override
    public void close() {
        server.stop();
    }
}
