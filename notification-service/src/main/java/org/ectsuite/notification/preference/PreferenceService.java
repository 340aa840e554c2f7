package org.ectsuite.notification.preference;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.notification.message.DigestQueue;
import org.ectsuite.notification.template.MailKind;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.version.Versions;
import org.jspecify.annotations.Nullable;

/** Lets people say what they want to get by mail. */
@ApplicationScoped
class PreferenceService {

    private final WishBook wishes;
    private final DigestQueue digests;
    private final AuditTrail audit;
    private final Clock clock;

    PreferenceService(WishBook wishes, DigestQueue digests, AuditTrail audit, Clock clock) {
        this.wishes = wishes;
        this.digests = digests;
        this.audit = audit;
        this.clock = clock;
    }

    @WithSession
    Uni<PreferenceView> get(UUID person) {
        return view(person);
    }

    @WithTransaction
    Uni<PreferenceView> change(UUID person, long version, PreferenceChange change) {
        return view(person).chain(before -> {
            Versions.check(version, before.version());
            List<MailChoice> choices = choices(person, change, before);
            return wishes.findById(person)
                    .chain(found -> store(person, found, change))
                    .chain(() -> chooseAll(choices))
                    .chain(wishes::flush)
                    .chain(() -> digests.release(person))
                    .chain(() -> view(person))
                    .call(after -> audit.record(
                            AuditEntry.of("mail-preferences.changed", "mail-preferences", person.toString())
                                    .before(before)
                                    .after(after)));
        });
    }

    private Uni<Void> store(UUID person, @Nullable MailPreference found, PreferenceChange change) {
        MailPreference preference = found == null ? new MailPreference() : found;
        preference.userId = person;
        preference.enabled = change.enabled();
        preference.quietFrom = change.quietFrom();
        preference.quietUntil = change.quietUntil();
        DigestWish digest = digest(change.digest());
        preference.digestAt = digest == null ? null : digest.at();
        preference.digestKinds = digest == null ? null : digest.storedKinds();
        // Changes in every case, so that the version counts changes of kinds and lists, too.
        preference.changedAt = clock.instant();
        return found == null
                ? wishes.persist(preference).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> chooseAll(List<MailChoice> choices) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (MailChoice choice : choices) {
            all = all.chain(() -> wishes.choose(choice));
        }
        return all;
    }

    private static List<MailChoice> choices(UUID person, PreferenceChange change, PreferenceView before) {
        RecipientKey recipient = RecipientKey.of(person);
        List<MailChoice> choices = new ArrayList<>();
        change.kinds().forEach((name, wanted) -> {
            checkKind("kinds", name, wanted);
            choices.add(choice(MailChoice.of(recipient, name, "", null), wanted));
        });
        for (PreferenceChange.ListChange list : change.lists()) {
            checkKind("lists", list.kind(), list.wanted());
            PreferenceView.ListChoice known = before.lists().stream()
                    .filter(candidate -> candidate.kind().equals(list.kind())
                            && candidate.listId().equals(list.listId()))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid("lists", "names a list that never wrote to you"));
            choices.add(choice(MailChoice.of(recipient, list.kind(), list.listId(), known.name()), list.wanted()));
        }
        return choices;
    }

    private static MailChoice choice(MailChoice choice, boolean wanted) {
        choice.wanted = wanted;
        return choice;
    }

    private static @Nullable DigestWish digest(PreferenceChange.@Nullable DigestChange wanted) {
        if (wanted == null) {
            return null;
        }
        Set<MailKind> kinds = EnumSet.noneOf(MailKind.class);
        for (String name : wanted.kinds()) {
            kinds.add(MailKind.of(name)
                    .filter(MailKind::digestible)
                    .orElseThrow(() ->
                            ProblemException.invalid("digest.kinds", "names a kind of mail that goes into no digest")));
        }
        return new DigestWish(wanted.at(), kinds);
    }

    private static void checkKind(String field, String name, boolean wanted) {
        MailKind kind = MailKind.of(name)
                .orElseThrow(() -> ProblemException.invalid(field, "names a kind of mail that there is not"));
        if (kind.transactional() && !wanted) {
            throw ProblemException.invalid(field, "names a kind of mail that nobody can do without");
        }
    }

    private Uni<PreferenceView> view(UUID person) {
        RecipientKey recipient = RecipientKey.of(person);
        return wishes.findById(person)
                .chain(found -> wishes.choices(recipient)
                        .chain(choices -> wishes.lists(recipient).map(lists -> view(found, choices, lists))));
    }

    private static PreferenceView view(
            @Nullable MailPreference found, List<MailChoice> choices, List<WishBook.KnownList> lists) {
        return new PreferenceView(
                found == null || found.enabled,
                found == null ? null : found.quietFrom,
                found == null ? null : found.quietUntil,
                digest(found),
                Arrays.stream(MailKind.values())
                        .map(kind -> new PreferenceView.Kind(
                                kind.wireName(),
                                wanted(choices, kind.wireName(), ""),
                                !kind.transactional(),
                                kind.digestible()))
                        .toList(),
                lists.stream()
                        .map(list -> new PreferenceView.ListChoice(
                                list.kind(), list.listId(), list.name(), wanted(choices, list.kind(), list.listId())))
                        .toList(),
                found == null ? 0 : found.version + 1);
    }

    private static PreferenceView.@Nullable Digest digest(@Nullable MailPreference found) {
        DigestWish digest = found == null ? null : found.digest();
        return digest == null
                ? null
                : new PreferenceView.Digest(
                        digest.at(),
                        digest.kinds().stream().map(MailKind::wireName).toList());
    }

    private static boolean wanted(List<MailChoice> choices, String kind, String listId) {
        return choices.stream()
                .filter(choice -> choice.kind.equals(kind) && choice.listId.equals(listId))
                .map(choice -> choice.wanted)
                .findFirst()
                .orElse(true);
    }
}
