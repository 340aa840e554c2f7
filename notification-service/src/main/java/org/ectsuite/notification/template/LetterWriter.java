package org.ectsuite.notification.template;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writes letters: data of a kind, for an audience, become subject, plain text and HTML. */
@ApplicationScoped
public class LetterWriter {

    private final String publicUrl;
    private final String host;

    LetterWriter(@ConfigProperty(name = "ect.public-url") URI publicUrl) {
        this.publicUrl = publicUrl.toString();
        this.host = publicUrl.getAuthority();
    }

    /** The subject line of the letter; holds nothing secret. */
    public String subject(MailData data, Audience audience) {
        MailTexts texts = texts(audience);
        return switch (data) {
            case SignInLink ignored -> texts.signInSubject();
            case NetLog log -> texts.netLogSubject(log.netName());
            case AccountNotice notice -> AccountLetter.title(notice.event(), texts);
            case SecurityAlert alert -> AccountLetter.title(alert.event(), texts);
            case Invitation ignored -> texts.invitationSubject();
            case AddressConfirmation ignored -> texts.addressConfirmationSubject();
            case AddressChanged ignored -> texts.addressChangedSubject();
            case Announcement announcement -> announcement.title();
            case FailureDigest digest -> texts.failureDigestSubject(digest.count());
            case NetNotice notice -> NetNoticeLetter.subject(notice, texts);
            case TrafficReminder reminder -> TrafficReminderLetter.subject(reminder, texts);
            case DailyDigest digest -> texts.dailyDigestSubject(digest.count());
        };
    }

    /**
     * The whole letter.
     *
     * @param name how the reader is called; null if unknown
     * @param attachments names of the files attached
     * @param unsubscribe the address that stops letters like it; null if nobody can do without them
     */
    public RenderedMail write(
            MailData data,
            Audience audience,
            @Nullable String name,
            List<String> attachments,
            @Nullable String unsubscribe) {
        String subject = subject(data, audience);
        LetterTimes times = new LetterTimes(audience);
        Letters.Frame frame = new Letters.Frame(
                subject, audience.locale().toLanguageTag(), host, unsubscribe, publicUrl + "/settings/notifications");
        TemplateInstance letter = switch (data) {
            case SignInLink link -> Letters.signInLink(SignInLetter.of(link, name, times), frame);
            case AccountNotice notice -> Letters.accountNotice(AccountLetter.of(notice, texts(audience), times), frame);
            case SecurityAlert alert -> Letters.accountNotice(AccountLetter.of(alert, texts(audience), times), frame);
            case NetLog log -> Letters.netLog(NetLogLetter.of(log, times, texts(audience), attachments), frame);
            case Invitation invitation -> Letters.linkLetter(LinkLetter.of(invitation, texts(audience), times), frame);
            case AddressConfirmation confirmation ->
                Letters.linkLetter(LinkLetter.of(confirmation, texts(audience), times), frame);
            case AddressChanged changed -> Letters.linkLetter(LinkLetter.of(changed, texts(audience), times), frame);
            case Announcement announcement -> Letters.announcement(AnnouncementLetter.of(announcement), frame);
            case FailureDigest digest -> Letters.failureDigest(FailureDigestLetter.of(digest, times), frame);
            case DailyDigest digest ->
                Letters.dailyDigest(DailyDigestLetter.of(digest, times, texts(audience), attachments), frame);
            case NetNotice notice -> Letters.netNotice(NetNoticeLetter.of(notice, times, texts(audience)), frame);
            case TrafficReminder reminder ->
                Letters.trafficReminder(TrafficReminderLetter.of(reminder, times, texts(audience)), frame);
        };
        letter.setLocale(audience.locale());
        return new RenderedMail(
                subject, PlainText.finish(render(letter, Variant.TEXT_PLAIN)), render(letter, Variant.TEXT_HTML));
    }

    /** The way out as a preview shows it: a link that leads nowhere; null where a letter has none. */
    public @Nullable String sampleUnsubscribe(MailKind kind) {
        return kind.transactional() ? null : publicUrl + "/notification/unsubscribe/sample";
    }

    private static String render(TemplateInstance letter, String contentType) {
        letter.setVariant(Variant.forContentType(contentType));
        return letter.render();
    }

    private static MailTexts texts(Audience audience) {
        return MessageBundles.get(
                MailTexts.class, Localized.Literal.of(audience.locale().toLanguageTag()));
    }
}
