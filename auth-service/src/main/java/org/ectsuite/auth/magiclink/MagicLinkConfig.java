package org.ectsuite.auth.magiclink;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Sign-in by mail. */
@ConfigMapping(prefix = "ect.auth.magic-link")
public interface MagicLinkConfig {

    /** How long a link and its code are good for. */
    @WithDefault("PT10M")
    Duration life();

    /** With so many wrong codes the sign-in must be asked for anew. */
    @WithDefault("5")
    int codeAttempts();

    /** How many mails may be sent. */
    Budget budget();

    /** Limits of mails; each counts the mails of a period that ends now. */
    interface Budget {

        /** Mails to one mailbox in the short period. */
        @WithDefault("3")
        int mailboxShort();

        /** The short period. */
        @WithDefault("PT10M")
        Duration shortPeriod();

        /** Mails to one mailbox in a day. */
        @WithDefault("10")
        int mailboxDay();

        /** Mails asked for from one client address in the short period; an operations centre may share one. */
        @WithDefault("30")
        int clientAddress();

        /** Mails of the whole installation in the short period: the breaker that keeps us from flooding the world. */
        @WithDefault("300")
        int everybody();
    }
}
