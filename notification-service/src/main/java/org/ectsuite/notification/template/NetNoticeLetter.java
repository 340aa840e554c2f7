package org.ectsuite.notification.template;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the letters about a net that is to come, or has just begun, show.
 *
 * @param eyebrow what the letter is, in a word or two
 * @param netName name of the net
 * @param lead what happened, in a sentence
 * @param description lines of the description; empty if there is none
 * @param start date and time in the reader's zone; null if unknown
 * @param before date and time at which it was to begin; null if that has not changed
 * @param ncs net control stations, comma separated; null if there are none
 * @param frequencies each on a line
 * @param url page of the net
 * @param why why the reader gets the letter
 */
@TemplateData
record NetNoticeLetter(
        String eyebrow,
        String netName,
        String lead,
        List<String> description,
        @Nullable String start,
        @Nullable String before,
        @Nullable String ncs,
        List<String> frequencies,
        String url,
        String why) {

    static NetNoticeLetter of(NetNotice data, LetterTimes times, MailTexts texts) {
        NetFacts net = data.net();
        return new NetNoticeLetter(
                eyebrow(data, texts),
                net.netName(),
                lead(data, texts),
                net.description() == null
                        ? List.of()
                        : PlainText.clean(net.description()).strip().lines().toList(),
                net.start() == null ? null : times.dateAndTime(net.start()),
                data instanceof NetMoved moved ? times.dateAndTime(moved.before()) : null,
                net.ncs().isEmpty() ? null : String.join(", ", net.ncs()),
                net.frequencies(),
                net.url(),
                why(data, texts));
    }

    static String subject(NetNotice data, MailTexts texts) {
        return texts.netNoticeSubject(eyebrow(data, texts), data.net().netName());
    }

    private static String eyebrow(NetNotice data, MailTexts texts) {
        return switch (data) {
            case NetStarted ignored -> texts.onTheAir();
            case NetMoved ignored -> texts.netMoved();
            case NetCancelled ignored -> texts.netCancelled();
            case NcsReminder ignored -> texts.netReminder();
            case StaffReminder ignored -> texts.netReminder();
            case NetReminder ignored -> texts.netReminder();
        };
    }

    private static String lead(NetNotice data, MailTexts texts) {
        return switch (data) {
            case NetStarted ignored -> texts.netStartedLead();
            case NetMoved ignored -> texts.netMovedLead();
            case NetCancelled ignored -> texts.netCancelledLead();
            case NcsReminder ignored -> texts.ncsReminderLead();
            case StaffReminder ignored -> texts.staffReminderLead();
            case NetReminder ignored -> texts.netReminderLead();
        };
    }

    private static String why(NetNotice data, MailTexts texts) {
        return switch (data) {
            case NcsReminder ignored -> texts.ncsReminderWhy();
            case StaffReminder ignored -> texts.staffReminderWhy();
            case NetReminder ignored -> texts.netLogWhy();
            case NetStarted ignored -> texts.netNoticeWhy();
            case NetMoved ignored -> texts.netNoticeWhy();
            case NetCancelled ignored -> texts.netNoticeWhy();
        };
    }
}
