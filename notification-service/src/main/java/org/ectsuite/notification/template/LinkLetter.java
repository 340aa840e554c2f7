package org.ectsuite.notification.template;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter shows that leads to one page with one button: {@code invitation}, {@code address-confirmation}, {@code
 * address-changed}.
 *
 * @param title what it is about, in a few words
 * @param lead what it means, in a sentence or two
 * @param facts what else is known
 * @param button what the link does
 * @param link where it leads
 * @param closing what to do if it comes as a surprise
 */
@TemplateData
record LinkLetter(String title, String lead, List<Fact> facts, String button, String link, String closing) {

    /** A name and what it stands for. */
    @TemplateData
    record Fact(String name, String value) {}

    static LinkLetter of(Invitation data, MailTexts texts, LetterTimes times) {
        String inviter = data.inviter();
        return new LinkLetter(
                texts.invitationSubject(),
                inviter == null ? texts.invitationLead() : texts.invitationLeadBy(inviter),
                List.of(new Fact(texts.signInValidUntil(), times.dateAndTime(data.expiresAt()))),
                texts.invitationButton(),
                data.link(),
                texts.invitationClosing());
    }

    static LinkLetter of(AddressConfirmation data, MailTexts texts, LetterTimes times) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.signInValidUntil(), times.dateAndTime(data.expiresAt())));
        facts.add(new Fact(texts.signInRequested(), times.dateAndTime(data.requestedAt())));
        addClient(facts, texts, data.client());
        return new LinkLetter(
                texts.addressConfirmationSubject(),
                texts.addressConfirmationLead(),
                List.copyOf(facts),
                texts.addressConfirmationButton(),
                data.link(),
                texts.addressConfirmationClosing());
    }

    static LinkLetter of(AddressChanged data, MailTexts texts, LetterTimes times) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.addressChangedNew(), data.address()));
        facts.add(new Fact(texts.noticeAt(), times.dateAndTime(data.at())));
        addClient(facts, texts, data.client());
        facts.add(new Fact(texts.addressChangedUntil(), times.dateAndTime(data.undoUntil())));
        return new LinkLetter(
                texts.addressChangedSubject(),
                texts.addressChangedLead(),
                List.copyOf(facts),
                texts.addressChangedButton(),
                data.link(),
                texts.addressChangedClosing());
    }

    private static void addClient(List<Fact> facts, MailTexts texts, @Nullable String client) {
        if (client != null) {
            facts.add(new Fact(texts.noticeClient(), client));
        }
    }

    /** The link opens a door: it may not end in a log. */
    @Override
    public String toString() {
        return "LinkLetter";
    }
}
