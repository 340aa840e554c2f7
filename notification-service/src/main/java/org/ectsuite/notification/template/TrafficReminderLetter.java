package org.ectsuite.notification.template;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

/**
 * What the letter {@code traffic-reminder} shows.
 *
 * @param number number of the message
 * @param precedence how urgent it is, spelt out: an emergency is never abbreviated
 * @param addressee whom it is for
 * @param heldSince date and time in the reader's zone
 * @param net the net it was passed in; null if in none
 * @param last whether no other reminder follows
 * @param url page of the message
 */
@TemplateData
record TrafficReminderLetter(
        String number,
        String precedence,
        String addressee,
        String heldSince,
        @Nullable String net,
        boolean last,
        String url) {

    static TrafficReminderLetter of(TrafficReminder data, LetterTimes times, MailTexts texts) {
        return new TrafficReminderLetter(
                data.number(),
                precedence(data.precedence(), texts),
                data.addressee(),
                times.dateAndTime(data.heldSince()),
                data.net() == null ? null : data.net().name(),
                Boolean.TRUE.equals(data.last()),
                data.url());
    }

    static String subject(TrafficReminder data, MailTexts texts) {
        return texts.trafficReminderSubject(data.number(), precedence(data.precedence(), texts));
    }

    private static String precedence(TrafficReminder.Precedence precedence, MailTexts texts) {
        return switch (precedence) {
            case EMERGENCY -> texts.precedenceEmergency();
            case PRIORITY -> texts.precedencePriority();
            case WELFARE -> texts.precedenceWelfare();
            case ROUTINE -> texts.precedenceRoutine();
        };
    }
}
