package org.ectsuite.notification.preference;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.notification.template.MailData;
import org.jspecify.annotations.Nullable;

/** Asked before a mail goes out: does its recipient want it, and now? */
@ApplicationScoped
public class Preferences {

    private final WishBook wishes;
    private final UnsubscribeLinks links;
    private final Clock clock;

    Preferences(WishBook wishes, UnsubscribeLinks links, Clock clock) {
        this.wishes = wishes;
        this.links = links;
        this.clock = clock;
    }

    /**
     * What the recipient's wishes mean for this mail.
     *
     * @param person id of the recipient if it is somebody with an account
     * @param address where the mail goes
     * @param zone the recipient's zone, on whose clock quiet hours are kept
     */
    @WithTransaction
    public Uni<Decision> decide(@Nullable UUID person, String address, ZoneId zone, MailData data) {
        if (data.kind().transactional()) {
            return Uni.createFrom().item(new Decision.Send(null));
        }
        RecipientKey recipient = person == null ? RecipientKey.of(address) : RecipientKey.of(person);
        return wishes.wishes(recipient, person).chain(found -> decide(found, recipient, person != null, zone, data));
    }

    /** Until when a person's devices shall stay silent; empty if they may ring now. */
    @WithSession
    public Uni<Optional<Instant>> quietUntil(UUID person, ZoneId zone, MailData data) {
        return wishes.wishes(RecipientKey.of(person), person).map(found -> found.wait(data, clock.instant(), zone));
    }

    private Uni<Decision> decide(Wishes found, RecipientKey recipient, boolean isPerson, ZoneId zone, MailData data) {
        Instant now = clock.instant();
        return found.against(data)
                .<Uni<Decision>>map(why -> Uni.createFrom().item(new Decision.Keep(why)))
                .or(() -> (isPerson ? found.collect(data, now, zone) : Optional.<Instant>empty())
                        .map(at -> Uni.createFrom().item(new Decision.Collect(at))))
                .or(() -> found.wait(data, now, zone)
                        .map(until -> Uni.createFrom()
                                .item(new Decision.Wait(until, "Waits for the end of the recipient's quiet hours"))))
                .orElseGet(() -> links.of(recipient, data).map(Decision.Send::new));
    }
}
