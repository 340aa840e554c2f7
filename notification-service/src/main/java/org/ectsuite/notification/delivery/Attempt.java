package org.ectsuite.notification.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.ectsuite.notification.message.ClaimedMessage;
import org.ectsuite.notification.message.Destination;
import org.ectsuite.notification.preference.Decision;
import org.ectsuite.notification.preference.Preferences;
import org.ectsuite.notification.smtp.OutgoingMail;
import org.ectsuite.notification.smtp.SmtpRelay;
import org.ectsuite.notification.suppression.SuppressionBook;
import org.ectsuite.notification.template.LetterWriter;
import org.ectsuite.notification.template.RenderedMail;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One attempt to deliver a message: find the recipient, ask what the recipient wants, write the letter, hand it over. */
@ApplicationScoped
class Attempt {

    private static final Logger LOG = Logger.getLogger(Attempt.class);

    private final AddressBook addresses;
    private final SuppressionBook suppressions;
    private final Preferences preferences;
    private final LetterWriter writer;
    private final SendingRule rule;
    private final Clock clock;

    Attempt(
            AddressBook addresses,
            SuppressionBook suppressions,
            Preferences preferences,
            LetterWriter writer,
            DeliveryConfig config,
            Clock clock) {
        this.addresses = addresses;
        this.suppressions = suppressions;
        this.preferences = preferences;
        this.writer = writer;
        this.rule = new SendingRule(config.enabled(), config.allowedRecipients().orElse(List.of()));
        this.clock = clock;
    }

    /** Makes the attempt; never fails. */
    Uni<Verdict> make(ClaimedMessage message, SmtpRelay relay) {
        return Uni.createFrom()
                .deferred(() -> {
                    rule.checkSwitch();
                    return addresses.find(message.destination());
                })
                .chain(addressee -> {
                    rule.checkRecipient(addressee.address().address());
                    return decide(message, addressee).chain(decision -> switch (decision) {
                        case Decision.Send send -> handOver(message, addressee, send, relay);
                        case Decision.Keep keep -> Uni.createFrom().item(new Verdict.Suppress(keep.why()));
                        case Decision.Collect collect -> Uni.createFrom().item(new Verdict.Collect(collect.at()));
                        case Decision.Wait wait -> Uni.createFrom().item(new Verdict.Wait(wait.until(), wait.why()));
                    });
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf(
                            "Message %s: %s", message.id(), failure.getClass().getSimpleName());
                    return Verdict.after(failure);
                });
    }

    private Uni<Decision> decide(ClaimedMessage message, Addressee addressee) {
        String address = addressee.address().address();
        UUID person = message.destination() instanceof Destination.Person known ? known.userId() : null;
        return suppressions
                .against(address, message.data().kind().transactional())
                .chain(against -> against.<Uni<Decision>>map(
                                why -> Uni.createFrom().item(new Decision.Keep(why)))
                        .orElseGet(() -> preferences.decide(
                                person, address, addressee.audience().zone(), message.data())));
    }

    private Uni<Verdict> handOver(
            ClaimedMessage message, Addressee addressee, Decision.Send decision, SmtpRelay relay) {
        OutgoingMail mail = mail(message, addressee, decision.unsubscribe());
        return relay.send(mail)
                .replaceWith(() ->
                        new Verdict.Sent(mail.subject(), addressee.address().address()));
    }

    private OutgoingMail mail(ClaimedMessage message, Addressee addressee, @Nullable String unsubscribe) {
        List<String> names =
                message.files().stream().map(ClaimedMessage.File::name).toList();
        RenderedMail letter = writer.write(
                message.data(), addressee.audience(), addressee.address().name(), names, unsubscribe);
        return new OutgoingMail(
                message.mailId(),
                addressee.address(),
                clock.instant(),
                letter.subject(),
                letter.text(),
                letter.html(),
                unsubscribe,
                message.files().stream()
                        .map(file -> new OutgoingMail.File(file.name(), file.contentType(), file.content()))
                        .toList());
    }
}
