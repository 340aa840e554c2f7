package org.ectsuite.notification.smtp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An e-mail address with the name shown beside it.
 *
 * @param name display name; may be empty
 * @param address addr-spec of RFC 5322 in its ASCII, unquoted form
 */
public record MailAddress(String name, String address) {

    /**
     * Dot-atom local part of at most 64 characters and a host name; no quoted local parts, comments or literals, whose
     * only common use is to smuggle something past a check.
     */
    public static final String PATTERN =
            "(?=.{3,254}$)(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*";

    private static final Pattern ADDRESS = Pattern.compile(PATTERN);
    private static final Pattern NAMED = Pattern.compile("\\s*\"?([^<>\"]*?)\"?\\s*<([^<>]+)>\\s*");

    /** Reads {@code address} or {@code Name <address>}. */
    public static Optional<MailAddress> parse(String text) {
        Matcher named = NAMED.matcher(text);
        MailAddress read = named.matches()
                ? new MailAddress(named.group(1).strip(), named.group(2).strip())
                : new MailAddress("", text.strip());
        return ADDRESS.matcher(read.address).matches() ? Optional.of(read) : Optional.empty();
    }

    /** The host name after the {@code @}. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
