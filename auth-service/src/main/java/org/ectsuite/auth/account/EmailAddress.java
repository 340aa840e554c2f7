package org.ectsuite.auth.account;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as RFC 5321 lets it be written without quotes, with the domain in its ASCII form; at most 254 characters.
 *
 * @param text as mail is sent to: the local part as its owner writes it
 */
public record EmailAddress(String text) {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ALL_DIGITS_TOP = Pattern.compile("(?:.*\\.)?[0-9]+");

    public EmailAddress {
        if (!text.equals(normalised(text))) {
            throw new IllegalArgumentException("Not a normalised address");
        }
    }

    /** Reads what somebody typed; empty when no mail can be sent there. */
    public static Optional<EmailAddress> parse(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(normalised(typed.strip())).map(EmailAddress::new);
    }

    /** By which two addresses are the same account: nobody gives two people mailboxes that differ in case alone. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** By which mails to one mailbox are counted: the key without a {@code +tag}, of which a mailbox has endlessly many. */
    public String mailboxKey() {
        String key = key();
        int at = key.indexOf('@');
        int plus = key.indexOf('+');
        return plus > 0 && plus < at ? key.substring(0, plus) + key.substring(at) : key;
    }

    private static @Nullable String normalised(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL_PART || typed.length() > MAX_LENGTH) {
            return null;
        }
        String local = typed.substring(0, at);
        String domain = asciiDomain(typed.substring(at + 1));
        if (domain == null || !LOCAL_PART.matcher(local).matches()) {
            return null;
        }
        String text = local + '@' + domain;
        return text.length() <= MAX_LENGTH ? text : null;
    }

    private static @Nullable String asciiDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            boolean name = DOMAIN.matcher(ascii).matches()
                    && !ALL_DIGITS_TOP.matcher(ascii).matches();
            return name ? ascii : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
