package org.ectsuite.notification.suppression;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** A mailbox to which reports on mail come back, fetched over IMAP. There is no way to it without TLS. */
@ConfigMapping(prefix = "ect.notification.bounce-mailbox")
interface BounceMailboxConfig {

    /** Host name of the IMAP server, as its certificate names it; nothing is fetched if absent. */
    Optional<String> host();

    /** Port of the server; if absent 993 for implicit TLS and 143 for STARTTLS. */
    OptionalInt port();

    /** How the connection is encrypted. */
    @WithDefault("implicit")
    Tls tls();

    /** User name of the login. */
    Optional<String> username();

    /** Password of the login. */
    Optional<String> password();

    /** PEM file with the certificate authorities to trust; the JDK's own if absent. */
    Optional<Path> caFile();

    /** The folder in which reports arrive. */
    @WithDefault("INBOX")
    String folder();

    /** The folder into which what was read is moved; it is made if it is missing. */
    @WithDefault("Handled")
    String handledFolder();

    /** How often is looked for reports; after failures more seldom, up to every half hour. */
    @WithDefault("1M")
    Duration lookEvery();

    /** How long to wait for a connection, and for each answer. */
    @WithDefault("20S")
    Duration timeout();

    /** How the connection is encrypted. */
    enum Tls {
        /** From the first byte. */
        IMPLICIT,
        /** Plain until STARTTLS, which must succeed before anything else is said. */
        STARTTLS
    }
}
