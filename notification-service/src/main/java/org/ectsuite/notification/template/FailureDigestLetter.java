package org.ectsuite.notification.template;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What the letter {@code failure-digest} shows.
 *
 * @param since beginning of the time it speaks of, in the reader's zone
 * @param until its end
 * @param failures the last failures
 * @param more how many there are besides
 * @param url the page of the queue
 */
@TemplateData
record FailureDigestLetter(String since, String until, List<Row> failures, int more, String url) {

    /** A message that failed; what is unknown is empty. */
    @TemplateData
    record Row(String subject, String recipient, String reason, String at) {}

    static FailureDigestLetter of(FailureDigest data, LetterTimes times) {
        return new FailureDigestLetter(
                times.dateAndTime(data.since()),
                times.dateAndTime(data.until()),
                data.failures().stream()
                        .map(failure -> new Row(
                                failure.subject(),
                                failure.recipient(),
                                failure.reason() == null ? "" : failure.reason(),
                                times.dateAndTime(failure.at())))
                        .toList(),
                data.count() - data.failures().size(),
                data.url());
    }
}
