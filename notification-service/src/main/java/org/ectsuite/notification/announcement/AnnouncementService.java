package org.ectsuite.notification.announcement;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.notification.announcement.AnnouncementView.Progress;
import org.ectsuite.notification.message.OwnMail;
import org.ectsuite.notification.template.Announcement;
import org.ectsuite.notification.template.Audience;
import org.ectsuite.notification.template.LetterWriter;
import org.ectsuite.notification.template.MailKind;
import org.ectsuite.notification.template.RenderedMail;
import org.ectsuite.secrets.SecretBox;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.tokensecurity.People;
import org.ectsuite.webedge.idempotency.IdempotentRequests;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Lets administrators write to a group. Whom it goes to is settled when it is made; the messages are queued afterwards, some at
 * a time, by whichever replica comes first, so that neither a crash nor a large group loses or doubles any.
 */
@ApplicationScoped
class AnnouncementService {

    private static final int AT_ONCE = 50;
    private static final int NAME_LENGTH = 120;

    private final AnnouncementBook book;
    private final People people;
    private final OwnMail mail;
    private final LetterWriter writer;
    private final SecretBox box;
    private final AuditTrail audit;
    private final IdempotentRequests idempotent;
    private final Clock clock;
    private final String publicUrl;

    AnnouncementService(
            AnnouncementBook book,
            People people,
            OwnMail mail,
            LetterWriter writer,
            SecretBox box,
            AuditTrail audit,
            IdempotentRequests idempotent,
            Clock clock,
            @ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.book = book;
        this.people = people;
        this.mail = mail;
        this.writer = writer;
        this.box = box;
        this.audit = audit;
        this.idempotent = idempotent;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** What the announcement would be; stores nothing. */
    Uni<AnnouncementPreview> preview(AnnouncementRequest request, Caller caller) {
        Announcement letter =
                letter(request.audience(), request.title(), request.text(), author(caller), request.isEmergency());
        RenderedMail mail = writer.write(
                letter, Audience.of(null, null), null, List.of(), writer.sampleUnsubscribe(MailKind.ANNOUNCEMENT));
        return members(request.audience())
                .map(members -> new AnnouncementPreview(members.size(), mail.subject(), mail.text()));
    }

    /** Makes the announcement; its messages follow. */
    Uni<AnnouncementView> make(AnnouncementRequest request, @Nullable String key, Caller caller) {
        UUID author = caller.requireUserId();
        return members(request.audience()).chain(members -> {
            if (members.isEmpty()) {
                throw ProblemException.invalid("audience", "has no members");
            }
            return Panache.withTransaction(() -> idempotent.once(
                    key,
                    author + " announce",
                    request,
                    AnnouncementView.class,
                    () -> store(request, members, author, author(caller))));
        });
    }

    @WithSession
    Uni<Page<AnnouncementView>> list(@Nullable UUID before, int limit) {
        return book.newestFirst(before, limit + 1)
                .chain(found -> book.progress(found.stream().map(one -> one.id).toList())
                        .map(progress -> Page.of(
                                found,
                                limit,
                                one -> Cursor.encode(one.id),
                                one -> one.view(progress.getOrDefault(one.id, Progress.NONE)))));
    }

    @WithSession
    Uni<AnnouncementView> get(UUID id) {
        return book.findById(id).chain(found -> {
            if (found == null) {
                throw ProblemException.notFound("There is no such announcement.");
            }
            return book.progress(List.of(id)).map(progress -> found.view(progress.getOrDefault(id, Progress.NONE)));
        });
    }

    private Uni<AnnouncementView> store(
            AnnouncementRequest request, List<UUID> members, UUID author, String authorName) {
        StoredAnnouncement announcement = new StoredAnnouncement();
        announcement.id = UuidCreator.getTimeOrderedEpoch();
        announcement.author = author;
        announcement.authorName = authorName;
        announcement.audience = request.audience();
        announcement.title = request.title();
        announcement.emergency = request.isEmergency();
        announcement.sealed =
                box.seal(request.text().getBytes(StandardCharsets.UTF_8), StoredAnnouncement.context(announcement.id));
        announcement.createdAt = clock.instant();
        return book.persistAndFlush(announcement)
                .chain(() -> book.addRecipients(announcement.id, members))
                .chain(() -> audit.record(AuditEntry.of("announcement.made", "announcement", announcement.id.toString())
                        .after(Map.of(
                                "audience", request.audience(),
                                "title", request.title(),
                                "emergency", request.isEmergency(),
                                "recipients", members.size()))))
                .chain(() -> book.progress(List.of(announcement.id)))
                .map(progress -> announcement.view(progress.getOrDefault(announcement.id, Progress.NONE)));
    }

    /** Queues what is still to be queued. */
    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> queue() {
        return Panache.withSession(book::unfinished).chain(unfinished -> {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (UUID id : unfinished) {
                all = all.chain(() -> queue(id));
            }
            return all;
        });
    }

    private Uni<Void> queue(UUID id) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(() -> queueSome(id)))
                .repeat()
                .whilst(queued -> queued == AT_ONCE)
                .collect()
                .last()
                .chain(() -> Panache.withTransaction(() -> book.finish(id)));
    }

    private Uni<Integer> queueSome(UUID id) {
        return book.findById(id).chain(found -> {
            byte[] sealed = found == null ? null : found.sealed;
            if (found == null || sealed == null) {
                return Uni.createFrom().item(0);
            }
            String text = new String(box.open(sealed, StoredAnnouncement.context(id)), StandardCharsets.UTF_8);
            Announcement letter = letter(found.audience, found.title, text, found.authorName, found.emergency);
            return book.lockUnqueued(id, AT_ONCE).chain(some -> {
                Uni<Void> all = Uni.createFrom().voidItem();
                for (UUID person : some) {
                    all = all.chain(() -> mail.toPerson("announcement-%s-%s".formatted(id, person), letter, person))
                            .chain(message -> book.queued(id, person, message));
                }
                return all.replaceWith(some.size());
            });
        });
    }

    private Uni<List<UUID>> members(AnnouncementAudience audience) {
        return people.members(audience.role())
                .onFailure()
                .transform(failure -> new ProblemException(
                        CommonProblem.UNAVAILABLE, "Who belongs to the audience cannot be found out at the moment."));
    }

    private Announcement letter(
            AnnouncementAudience audience, String title, String text, String author, boolean emergency) {
        return new Announcement(
                title, text, author, audience.words(), publicUrl + "/#" + audience.fragment(), emergency);
    }

    /** The author as readers see it. */
    private static String author(Caller caller) {
        String name = caller.name();
        String callsign = caller.callsign();
        String label = name == null || name.isBlank()
                ? callsign == null ? "An administrator" : callsign
                : callsign == null ? name : name + " (" + callsign + ")";
        return label.length() <= NAME_LENGTH ? label : label.substring(0, NAME_LENGTH);
    }
}
