package org.ectsuite.notification.template;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

/**
 * What the letter {@code sign-in-link} shows.
 *
 * @param name how to address the reader; null if unknown
 * @param link the address that signs in
 * @param code the code as {@code XXXX-XXXX}
 * @param client what it was asked for with; null if unknown
 * @param requestedAt date and time in the reader's zone
 * @param validUntil date and time in the reader's zone
 */
@TemplateData
record SignInLetter(
        @Nullable String name,
        String link,
        String code,
        @Nullable String client,
        String requestedAt,
        String validUntil) {

    static SignInLetter of(SignInLink data, @Nullable String name, LetterTimes times) {
        String code = data.code().replace("-", "");
        return new SignInLetter(
                name == null || name.isBlank() ? null : name.strip(),
                data.link(),
                code.substring(0, 4) + "-" + code.substring(4),
                data.client(),
                times.dateAndTime(data.requestedAt()),
                times.dateAndTime(data.expiresAt()));
    }

    /** Holds a credential: kept out of logs. */
    @Override
    public String toString() {
        return "SignInLetter";
    }
}
