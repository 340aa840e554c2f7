package org.ectsuite.notification.preference;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The stored wishes. */
@ApplicationScoped
class WishBook implements PanacheRepositoryBase<MailPreference, UUID> {

    /** A list that wrote to somebody. */
    @RegisterForReflection // Hibernate makes it from a row
    record KnownList(String kind, String listId, String name) {}

    /** What this recipient wants; {@code person} is the id if it is somebody with an account. */
    Uni<Wishes> wishes(RecipientKey recipient, @Nullable UUID person) {
        Uni<@Nullable MailPreference> preference =
                person == null ? Uni.createFrom().nullItem() : findById(person);
        return preference.chain(found -> choices(recipient).map(choices -> {
            List<Wishes.Choice> chosen =
                    choices.stream().map(MailChoice::asChoice).toList();
            return found == null
                    ? new Wishes(true, null, null, chosen)
                    : new Wishes(found.enabled, found.quietHours(), found.digest(), chosen);
        }));
    }

    Uni<List<MailChoice>> choices(RecipientKey recipient) {
        return session(session -> session.createSelectionQuery(
                        "from MailChoice where recipient = :recipient order by kind, listId", MailChoice.class)
                .setParameter("recipient", recipient.value())
                .getResultList());
    }

    /** The lists that wrote to this recipient, by name: each has its way out. */
    Uni<List<KnownList>> lists(RecipientKey recipient) {
        return session(session -> session.createSelectionQuery(
                        "select kind, listId, listName from UnsubscribeLink where recipient = :recipient"
                                + " and listId <> '' order by listName, kind",
                        KnownList.class)
                .setParameter("recipient", recipient.value())
                .setMaxResults(200)
                .getResultList());
    }

    /** Stores a choice in the place of an older one. */
    Uni<Void> choose(MailChoice choice) {
        return session(session -> session.createNativeQuery("""
                        INSERT INTO mail_choice (id, recipient, kind, list_id, list_name, wanted, changed_at)
                        VALUES (:id, :recipient, :kind, :list, CAST(:name AS varchar), :wanted, now())
                        ON CONFLICT (recipient, kind, list_id)
                            DO UPDATE SET wanted = excluded.wanted, changed_at = excluded.changed_at,
                                          list_name = coalesce(excluded.list_name, mail_choice.list_name)
                        """)
                .setParameter("id", choice.id)
                .setParameter("recipient", choice.recipient)
                .setParameter("kind", choice.kind)
                .setParameter("list", choice.listId)
                .setParameter("name", choice.listName)
                .setParameter("wanted", choice.wanted)
                .executeUpdate()
                .replaceWithVoid());
    }

    Uni<@Nullable UnsubscribeLink> link(RecipientKey recipient, String kind, String listId) {
        return session(session -> session.createSelectionQuery(
                        "from UnsubscribeLink where recipient = :recipient and kind = :kind and listId = :list",
                        UnsubscribeLink.class)
                .setParameter("recipient", recipient.value())
                .setParameter("kind", kind)
                .setParameter("list", listId)
                .getSingleResultOrNull());
    }

    Uni<@Nullable UnsubscribeLink> link(String tokenHash) {
        return session(session -> session.createSelectionQuery(
                        "from UnsubscribeLink where tokenHash = :hash", UnsubscribeLink.class)
                .setParameter("hash", tokenHash)
                .getSingleResultOrNull());
    }

    /** Stores the link, unless another worker was faster. */
    Uni<Void> store(UnsubscribeLink link) {
        return session(session -> session.createNativeQuery("""
                        INSERT INTO unsubscribe_link
                            (id, recipient, kind, list_id, list_name, token_hash, sealed, created_at)
                        VALUES (:id, :recipient, :kind, :list, CAST(:name AS varchar), :hash, :sealed, now())
                        ON CONFLICT (recipient, kind, list_id) DO NOTHING
                        """)
                .setParameter("id", link.id)
                .setParameter("recipient", link.recipient)
                .setParameter("kind", link.kind)
                .setParameter("list", link.listId)
                .setParameter("name", link.listName)
                .setParameter("hash", link.tokenHash)
                .setParameter("sealed", link.sealed)
                .executeUpdate()
                .replaceWithVoid());
    }

    private <T> Uni<T> session(Function<Mutiny.Session, Uni<T>> work) {
        return getSession().chain(session -> work.apply(session));
    }
}
