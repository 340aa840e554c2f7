package org.ectsuite.notification.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.ectsuite.notification.message.ClaimedMessage;
import org.ectsuite.notification.smtp.OutgoingMail;
import org.ectsuite.notification.smtp.SmtpRelay;
import org.ectsuite.notification.template.LetterWriter;
import org.ectsuite.notification.template.RenderedMail;
import org.jboss.logging.Logger;

/** One attempt to deliver a message: find the recipient, write the letter, hand it over. */
@ApplicationScoped
class Attempt {

    private static final Logger LOG = Logger.getLogger(Attempt.class);

    private final AddressBook addresses;
    private final LetterWriter writer;
    private final SendingRule rule;
    private final Clock clock;

    Attempt(AddressBook addresses, LetterWriter writer, DeliveryConfig config, Clock clock) {
        this.addresses = addresses;
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
                    OutgoingMail mail = mail(message, addressee);
                    return relay.send(mail)
                            .<Verdict>replaceWith(() -> new Verdict.Sent(
                                    mail.subject(), addressee.address().address()));
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf(
                            "Message %s: %s", message.id(), failure.getClass().getSimpleName());
                    return Verdict.after(failure);
                });
    }

    private OutgoingMail mail(ClaimedMessage message, Addressee addressee) {
        List<String> names =
                message.files().stream().map(ClaimedMessage.File::name).toList();
        RenderedMail letter = writer.write(
                message.data(), addressee.audience(), addressee.address().name(), names);
        return new OutgoingMail(
                message.mailId(),
                addressee.address(),
                clock.instant(),
                letter.subject(),
                letter.text(),
                letter.html(),
                message.files().stream()
                        .map(file -> new OutgoingMail.File(file.name(), file.contentType(), file.content()))
                        .toList());
    }
}
