package org.ectsuite.notification.suppression;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.StoreClosedException;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.ectsuite.notification.suppression.BounceMailboxConfig.Tls;
import org.jboss.logging.Logger;

/**
 * A connection to a mailbox on an IMAP server (RFC 9051), over TLS 1.2 or newer, to trusted authorities and the right host only.
 * Blocks.
 */
@RegisterForReflection(targets = MailStreamProvider.class) // Jakarta Mail finds its inside by a service file
final class ImapInbox implements AutoCloseable {

    /** Does something with a mail. */
    interface Taker {

        /** Takes the first bytes of a mail; if it fails, the mail stays where it is. */
        void take(byte[] mail) throws IOException;
    }

    private static final Logger LOG = Logger.getLogger(ImapInbox.class);

    /** A report begins with what it reports; what it returns of a large mail comes behind. */
    private static final int READ_AT_MOST = 256 * 1024;

    private final IMAPStore store;
    private final String folder;
    private final String handledFolder;

    private ImapInbox(IMAPStore store, String folder, String handledFolder) {
        this.store = store;
        this.folder = folder;
        this.handledFolder = handledFolder;
    }

    /** Connects and signs in. */
    static ImapInbox open(BounceMailboxConfig config) throws MessagingException, IOException, GeneralSecurityException {
        String host = config.host().orElseThrow();
        Session session = Session.getInstance(properties(config));
        // Named by its class: the usual way looks for it by name, which a native program cannot.
        IMAPStore store = new IMAPStore(session, new URLName("imap", host, port(config), null, null, null));
        store.connect(
                host,
                port(config),
                config.username().orElseThrow(),
                config.password().orElseThrow());
        return new ImapInbox(store, config.folder(), config.handledFolder());
    }

    /** Hands at most so many mails over, oldest first, and moves each that was taken; returns how many there were. */
    int take(int most, Taker taker) throws MessagingException, IOException {
        try (IMAPFolder inbox = (IMAPFolder) store.getFolder(folder)) {
            inbox.open(Folder.READ_WRITE);
            Message[] mails = inbox.getMessages(1, Math.min(most, inbox.getMessageCount()));
            List<Message> taken = new ArrayList<>();
            try {
                for (Message mail : mails) {
                    handOver((IMAPMessage) mail, taker, taken);
                }
            } finally {
                putAway(inbox, taken.toArray(Message[]::new));
            }
            return taken.size();
        }
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }

    private static void handOver(IMAPMessage mail, Taker taker, List<Message> taken)
            throws MessagingException, IOException {
        byte[] content;
        try (InputStream stream = mail.getMimeStream()) {
            content = stream.readNBytes(READ_AT_MOST);
        } catch (MessageRemovedException gone) {
            // Another replica was faster.
            return;
        } catch (FolderClosedException | StoreClosedException lost) {
            throw lost;
        } catch (MessagingException unreadable) {
            // It must not keep those behind it waiting for ever.
            LOG.warnf("A mail in the mailbox for reports cannot be read and is put away: %s", unreadable.getMessage());
            taken.add(mail);
            return;
        }
        taker.take(content);
        taken.add(mail);
    }

    private void putAway(IMAPFolder inbox, Message[] mails) throws MessagingException {
        if (mails.length == 0) {
            return;
        }
        Folder handled = store.getFolder(handledFolder);
        if (!handled.exists()) {
            handled.create(Folder.HOLDS_MESSAGES);
        }
        if (store.hasCapability("MOVE")) {
            inbox.moveMessages(mails, handled);
        } else {
            inbox.copyMessages(mails, handled);
            inbox.setFlags(mails, new Flags(Flags.Flag.DELETED), true);
            inbox.expunge();
        }
    }

    /** The port that was given, or the usual one. */
    static int port(BounceMailboxConfig config) {
        return config.port().orElse(config.tls() == Tls.IMPLICIT ? 993 : 143);
    }

    private static Properties properties(BounceMailboxConfig config) throws IOException, GeneralSecurityException {
        String timeout = Long.toString(config.timeout().toMillis());
        Properties properties = new Properties();
        if (config.tls() == Tls.IMPLICIT) {
            properties.setProperty("mail.imap.ssl.enable", "true");
        } else {
            properties.setProperty("mail.imap.starttls.enable", "true");
            properties.setProperty("mail.imap.starttls.required", "true");
        }
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        properties.setProperty("mail.imap.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.imap.auth.mechanisms", "PLAIN LOGIN");
        properties.setProperty("mail.imap.connectiontimeout", timeout);
        properties.setProperty("mail.imap.timeout", timeout);
        properties.setProperty("mail.imap.writetimeout", timeout);
        properties.setProperty("mail.imap.fetchsize", "65536");
        properties.setProperty("mail.imap.peek", "true");
        if (config.caFile().isPresent()) {
            // Otherwise a server that this factory refuses is tried again with the authorities of the JDK.
            properties.setProperty("mail.imap.socketFactory.fallback", "false");
            properties.put(
                    "mail.imap.ssl.socketFactory", trusting(config.caFile().get()));
        }
        return properties;
    }

    private static SSLSocketFactory trusting(Path caFile) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        int number = 0;
        try (InputStream pem = Files.newInputStream(caFile)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("ca-" + number++, certificate);
            }
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
