package org.ectsuite.notification.preference;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.notification.message.DigestQueue;
import org.ectsuite.notification.template.MailData;
import org.ectsuite.notification.template.MailList;
import org.ectsuite.secrets.SecretBox;
import org.jspecify.annotations.Nullable;

/**
 * The way out in every mailing (RFC 8058). Its token is 256 random bits, names nobody, does not expire, and is good for
 * one thing: to stop, or take up again, one recipient's mails of one list.
 */
@ApplicationScoped
class UnsubscribeLinks {

    private static final int TOKEN_BYTES = 32;

    /**
     * What a link is about.
     *
     * @param kind the kind's name in the API
     * @param listName the list; null if it is about all mails of the kind
     */
    record Subject(String kind, @Nullable String listName) {}

    private final WishBook wishes;
    private final SecretBox box;
    private final DigestQueue digests;
    private final AuditTrail audit;
    private final SecureRandom random = new SecureRandom();
    private final String publicUrl;

    UnsubscribeLinks(
            WishBook wishes,
            SecretBox box,
            DigestQueue digests,
            AuditTrail audit,
            @ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.wishes = wishes;
        this.box = box;
        this.digests = digests;
        this.audit = audit;
        this.publicUrl = publicUrl;
    }

    /** The address that stops mails like this one; in the caller's transaction. */
    Uni<String> of(RecipientKey recipient, MailData data) {
        String kind = data.kind().wireName();
        String listId = data.list().map(MailList::id).orElse("");
        return wishes.link(recipient, kind, listId)
                .chain(known -> known != null
                        ? Uni.createFrom().item(known)
                        : wishes.store(fresh(recipient, kind, listId, data))
                                .chain(() -> wishes.link(recipient, kind, listId)))
                .map(link -> {
                    if (link == null) {
                        throw new IllegalStateException("What was stored a moment ago is there");
                    }
                    byte[] token = box.open(link.sealed, UnsubscribeLink.context(link.id));
                    return publicUrl + "/notification/unsubscribe/" + new String(token, StandardCharsets.US_ASCII);
                });
    }

    /** What the link is about; null if there is no such link. */
    @WithSession
    Uni<@Nullable Subject> find(String token) {
        return wishes.link(DigestUtils.sha256Hex(token)).map(link -> link == null ? null : subject(link));
    }

    /** Stops the mails, or takes them up again; null if there is no such link. */
    @WithTransaction
    Uni<@Nullable Subject> choose(String token, boolean wanted) {
        return wishes.link(DigestUtils.sha256Hex(token)).chain(link -> {
            if (link == null) {
                return Uni.createFrom().nullItem();
            }
            RecipientKey recipient = new RecipientKey(link.recipient);
            MailChoice choice = MailChoice.of(recipient, link.kind, link.listId, link.listName);
            choice.wanted = wanted;
            return wishes.choose(choice)
                    .chain(() -> recipient
                            .person()
                            .map(digests::release)
                            .orElseGet(() -> Uni.createFrom().voidItem()))
                    .chain(() -> audit.record(AuditEntry.of(
                                    wanted ? "mail.resubscribed" : "mail.unsubscribed",
                                    "unsubscribe-link",
                                    link.id.toString())
                            .after(Map.of("kind", link.kind, "list", link.listId))))
                    .replaceWith(subject(link));
        });
    }

    private UnsubscribeLink fresh(RecipientKey recipient, String kind, String listId, MailData data) {
        byte[] bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        UnsubscribeLink link = new UnsubscribeLink();
        link.id = UuidCreator.getTimeOrderedEpoch();
        link.recipient = recipient.value();
        link.kind = kind;
        link.listId = listId;
        link.listName = data.list().map(MailList::name).orElse(null);
        link.tokenHash = DigestUtils.sha256Hex(token);
        link.sealed = box.seal(token.getBytes(StandardCharsets.US_ASCII), UnsubscribeLink.context(link.id));
        return link;
    }

    private static Subject subject(UnsubscribeLink link) {
        return new Subject(link.kind, link.listName);
    }
}
