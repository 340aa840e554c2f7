package org.ectsuite.notification.template;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * The templates, each a pair of {@code .html} and {@code .txt}. What they show is annotated as template data: a native
 * binary cannot look for its members by name.
 */
@CheckedTemplate(basePath = "letters", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Letters {

    private Letters() {}

    static native TemplateInstance signInLink(SignInLetter letter, Frame frame);

    static native TemplateInstance netLog(NetLogLetter letter, Frame frame);

    static native TemplateInstance accountNotice(AccountLetter letter, Frame frame);

    static native TemplateInstance linkLetter(LinkLetter letter, Frame frame);

    static native TemplateInstance announcement(AnnouncementLetter letter, Frame frame);

    static native TemplateInstance dailyDigest(DailyDigestLetter letter, Frame frame);

    static native TemplateInstance netNotice(NetNoticeLetter letter, Frame frame);

    static native TemplateInstance trafficReminder(TrafficReminderLetter letter, Frame frame);

    static native TemplateInstance failureDigest(FailureDigestLetter letter, Frame frame);

    /**
     * What is around every letter.
     *
     * @param subject title of the HTML page
     * @param language language tag (BCP 47)
     * @param host where the suite is found
     * @param unsubscribe the address that stops letters like it; null for none
     * @param settings the page where the reader chooses what to get
     */
    @TemplateData
    record Frame(
            String subject,
            String language,
            String host,
            @Nullable String unsubscribe,
            String settings) {}
}
