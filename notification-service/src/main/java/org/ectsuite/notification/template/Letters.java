package org.ectsuite.notification.template;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, each a pair of {@code .html} and {@code .txt}. */
@CheckedTemplate(basePath = "letters", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Letters {

    private Letters() {}

    static native TemplateInstance signInLink(SignInLetter letter, Frame frame);

    static native TemplateInstance netLog(NetLogLetter letter, Frame frame);

    static native TemplateInstance accountNotice(AccountLetter letter, Frame frame);

    /**
     * What is around every letter.
     *
     * @param subject title of the HTML page
     * @param language language tag (BCP 47)
     * @param host where the suite is found
     */
    record Frame(String subject, String language, String host) {}
}
