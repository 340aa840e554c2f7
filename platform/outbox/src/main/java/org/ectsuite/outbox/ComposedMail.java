package org.ectsuite.outbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mail as notification-service gets it.
 *
 * @param data the data of its kind; anything Jackson writes
 * @param attachments the files it carries; with everything else at most 15 MiB as JSON
 */
public record ComposedMail(Map<String, Object> data, List<Attachment> attachments) {

    /** Keeps copies. */
    public ComposedMail {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        attachments = List.copyOf(attachments);
    }

    /** Counts the attachments alone: the rest may be secret. */
    @Override
    public String toString() {
        return "ComposedMail[" + attachments.size() + " attachments]";
    }
}
