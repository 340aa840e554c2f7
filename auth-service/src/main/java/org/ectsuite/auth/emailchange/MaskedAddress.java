package org.ectsuite.auth.emailchange;

import org.ectsuite.auth.account.EmailAddress;

/** An address that its owner knows again and nobody else learns: the first letter and the domain. */
final class MaskedAddress {

    private MaskedAddress() {}

    static String of(EmailAddress email) {
        String text = email.text();
        return text.charAt(0) + "***" + text.substring(text.lastIndexOf('@'));
    }
}
