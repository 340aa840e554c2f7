package org.ectsuite.auth.social;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ectsuite.auth.account.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which mailbox a provider's word proves. A provider is believed only about addresses that it can know: a claim that
 * anybody can fill in with another's address would open that person's account.
 */
final class ProvenMail {

    private static final Set<String> GOOGLE_DOMAINS = Set.of("gmail.com", "googlemail.com");

    private ProvenMail() {}

    /**
     * Google runs the mailbox itself, or the domain's owner does at Google ({@code hd}). Any other address was verified
     * once, when the Google account was made, and may belong to somebody else today.
     */
    static Optional<EmailAddress> google(Map<String, Object> claims) {
        if (!Boolean.TRUE.equals(claims.get("email_verified"))) {
            return Optional.empty();
        }
        boolean hosted = claims.get("hd") instanceof String domain && !domain.isBlank();
        return claimed(claims).filter(email -> hosted || GOOGLE_DOMAINS.contains(domain(email)));
    }

    /**
     * The {@code email} of a work account is whatever its tenant's administrator wrote, and anybody can have a tenant. It
     * is believed when Microsoft says that the tenant owns the domain ({@code xms_edov}), or of tenants that the operator
     * trusts.
     */
    static Optional<EmailAddress> microsoft(Map<String, Object> claims, Collection<String> trustedTenants) {
        boolean trusted = claims.get("tid") instanceof String tenant && trustedTenants.contains(tenant);
        return claimed(claims).filter(email -> trusted || isTrue(claims.get("xms_edov")));
    }

    /** The address that the owner uses first of all, if he has shown to GitHub that it is his. */
    static Optional<EmailAddress> gitHub(List<Map<String, Object>> mails) {
        return mails.stream()
                .filter(mail -> Boolean.TRUE.equals(mail.get("primary")) && Boolean.TRUE.equals(mail.get("verified")))
                .findFirst()
                .flatMap(ProvenMail::claimed);
    }

    /** What is merely said. */
    static Optional<EmailAddress> claimed(Map<String, Object> claims) {
        return claims.get("email") instanceof String text ? EmailAddress.parse(text) : Optional.empty();
    }

    /** Microsoft documents a boolean, and sends texts and numbers, too. */
    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value)
                || (value instanceof Number number && number.intValue() == 1)
                || (value instanceof String text && (text.equals("1") || text.equalsIgnoreCase("true")));
    }

    private static String domain(EmailAddress email) {
        return email.key().substring(email.key().indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
