package org.ectsuite.notification.template;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What the letter {@code daily-digest} shows.
 *
 * @param netLogs logs of nets, without their rows
 * @param announcements messages in somebody's own words
 * @param attachments names of the attached files
 */
@TemplateData
record DailyDigestLetter(List<NetLogLetter> netLogs, List<AnnouncementLetter> announcements, List<String> attachments) {

    static DailyDigestLetter of(
            DailyDigest data, LetterTimes times, NetLogLetter.Words words, List<String> attachments) {
        return new DailyDigestLetter(
                data.netLogs().stream()
                        .map(log -> NetLogLetter.of(log, times, words, List.of()))
                        .toList(),
                data.announcements().stream().map(AnnouncementLetter::of).toList(),
                attachments);
    }
}
