package org.ectsuite.notification.template;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of mail this service can write. */
public enum MailKind {
    /** The link and code by which somebody signs in. */
    SIGN_IN_LINK("sign-in-link", SignInLink.class),
    /** The log of a net that was closed. */
    NET_LOG("net-log", NetLog.class),
    /** Something happened to the reader's account. */
    ACCOUNT_NOTICE("account-notice", AccountNotice.class);

    private final String wireName;
    private final Class<? extends MailData> dataType;

    MailKind(String wireName, Class<? extends MailData> dataType) {
        this.wireName = wireName;
        this.dataType = dataType;
    }

    /** The name in the API and in the metrics. */
    public String wireName() {
        return wireName;
    }

    /** The record that carries the data of this kind. */
    public Class<? extends MailData> dataType() {
        return dataType;
    }

    /** The kind of this name, if there is one. */
    public static Optional<MailKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
