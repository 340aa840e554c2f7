package org.ectsuite.notification.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.notification.message.ClaimedMessage;
import org.ectsuite.notification.message.Destination;
import org.ectsuite.notification.message.Lane;
import org.ectsuite.notification.preference.Preferences;
import org.ectsuite.notification.push.OpenTarget;
import org.ectsuite.notification.push.PushMessage;
import org.ectsuite.notification.push.PushMessage.Urgency;
import org.ectsuite.notification.push.PushOutcome;
import org.ectsuite.notification.push.PushSender;
import org.ectsuite.notification.push.PushTargetBook;
import org.ectsuite.notification.template.Audience;
import org.ectsuite.notification.template.LetterWriter;
import org.ectsuite.notification.template.MailData;
import org.ectsuite.notification.template.RenderedMail;
import org.jboss.logging.Logger;

/** One attempt to tell a webhook or ntfy what a mail says. */
@ApplicationScoped
class PushAttempt {

    private static final Logger LOG = Logger.getLogger(PushAttempt.class);

    private final PushTargetBook targets;
    private final PushSender sender;
    private final AddressBook addresses;
    private final Preferences preferences;
    private final LetterWriter writer;
    private final SendingRule rule;
    private final String publicUrl;

    PushAttempt(
            PushTargetBook targets,
            PushSender sender,
            AddressBook addresses,
            Preferences preferences,
            LetterWriter writer,
            DeliveryConfig config,
            @ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.targets = targets;
        this.sender = sender;
        this.addresses = addresses;
        this.preferences = preferences;
        this.writer = writer;
        this.rule = new SendingRule(config.enabled(), config.allowedRecipients().orElse(List.of()));
        this.publicUrl = publicUrl;
    }

    /** How long an attempt may take. */
    Duration longest() {
        return sender.longestSend();
    }

    /** Makes the attempt; never fails. */
    Uni<Verdict> make(ClaimedMessage message) {
        return Uni.createFrom()
                .deferred(() -> {
                    rule.checkSwitch();
                    return targets.open(targetOf(message).id());
                })
                .chain(found -> found.map(target -> decide(message, target))
                        .orElseGet(() -> keep("There is no such target any more")))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf(
                            "Message %s: %s", message.id(), failure.getClass().getSimpleName());
                    return Verdict.after(failure);
                });
    }

    private Uni<Verdict> decide(ClaimedMessage message, OpenTarget target) {
        if (!target.enabled()) {
            return keep("The target is switched off");
        }
        rule.checkHost(target.host());
        UUID owner = targetOf(message).owner();
        if (owner == null) {
            return tell(message, target, Audience.of(target.locale(), target.zone()));
        }
        // Asked for language and zone, and whether the person is still there.
        return addresses
                .find(new Destination.Person(owner))
                .map(Addressee::audience)
                .chain(audience -> quiet(message, target, owner, audience)
                        .chain(until -> until.<Uni<Verdict>>map(end -> Uni.createFrom()
                                        .item(new Verdict.Wait(
                                                end, "Waits for the end of the recipient's quiet hours")))
                                .orElseGet(() -> tell(message, target, audience))));
    }

    /** A program at a webhook does not sleep. */
    private Uni<Optional<Instant>> quiet(ClaimedMessage message, OpenTarget target, UUID owner, Audience audience) {
        return target.rings()
                ? preferences.quietUntil(owner, audience.zone(), message.data())
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Verdict> tell(ClaimedMessage message, OpenTarget target, Audience audience) {
        PushMessage told = told(message, audience);
        return sender.send(target, told).chain(outcome -> switch (outcome) {
            case PushOutcome.Delivered delivered ->
                targets.delivered(target.id()).replaceWith(new Verdict.Sent(told.subject(), null));
            case PushOutcome.Failed failed ->
                targets.failed(target.id(), failed).replaceWith(new Verdict.TryAgain(failed.words()));
            case PushOutcome.Refused refused ->
                targets.failed(target.id(), refused).replaceWith(new Verdict.Bury(refused.words()));
            case PushOutcome.Gone gone -> targets.failed(target.id(), gone).replaceWith(new Verdict.Bury(gone.words()));
        });
    }

    private PushMessage told(ClaimedMessage message, Audience audience) {
        MailData data = message.data();
        RenderedMail letter = writer.write(data, audience, null, List.of(), null);
        return new PushMessage(
                message.id().toString(),
                data.kind().wireName(),
                message.createdAt(),
                letter.subject(),
                letter.text(),
                data.links().stream().findFirst().map(MailData.Link::address).orElse(publicUrl),
                urgency(data),
                data);
    }

    private static Urgency urgency(MailData data) {
        if (data.passesQuietHours()) {
            return Urgency.EMERGENCY;
        }
        return switch (Lane.of(data.kind())) {
            case URGENT -> Urgency.URGENT;
            case BULK, PUSH -> Urgency.USUAL;
        };
    }

    private static Destination.Target targetOf(ClaimedMessage message) {
        if (message.destination() instanceof Destination.Target target) {
            return target;
        }
        throw new IllegalArgumentException("Message %s is for no target".formatted(message.id()));
    }

    private static Uni<Verdict> keep(String why) {
        return Uni.createFrom().item(new Verdict.Suppress(why));
    }
}
