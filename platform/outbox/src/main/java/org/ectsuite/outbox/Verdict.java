package org.ectsuite.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to hand a mail over. */
sealed interface Verdict {

    /** notification-service has it. */
    record Delivered() implements Verdict {}

    /**
     * It may work later.
     *
     * @param reason what went wrong, fit for a log
     * @param notBefore how long the other side asks to wait, if it does
     */
    record Retry(String reason, @Nullable Duration notBefore) implements Verdict {}

    /**
     * It will never work.
     *
     * @param reason why not, fit for a log
     */
    record Parked(String reason) implements Verdict {}

    /**
     * Nobody needs it any more.
     *
     * @param reason why not, fit for a log
     */
    record Needless(String reason) implements Verdict {}

    /** The problem code by which the other side says that it has had this key before, with another body. */
    String KEY_REUSED = "idempotency-key-reused";

    /** The longest that a Retry-After is believed. */
    Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    /**
     * The verdict on an answer of notification-service.
     *
     * @param status the HTTP status
     * @param code the problem code of the body, if it has one
     * @param retryAfter the Retry-After header, if there is one
     */
    static Verdict of(int status, @Nullable String code, @Nullable String retryAfter) {
        if (status >= 200 && status < 300) {
            return new Delivered();
        }
        String reason = code == null ? "HTTP " + status : "HTTP " + status + " " + code;
        return switch (status) {
            // An earlier attempt was accepted but its success did not get back into the table; since then the composer
            // has made something else of the same mail. The first one counts.
            case 422 -> KEY_REUSED.equals(code) ? new Delivered() : new Parked(reason);
            // The message itself is refused; sending it again changes nothing.
            case 400, 406, 410, 413, 415 -> new Parked(reason);
            // Everything else is about the way there: tokens, routes, load, failures, a release that is not out yet.
            default -> new Retry(reason, seconds(retryAfter));
        };
    }

    private static @Nullable Duration seconds(@Nullable String retryAfter) {
        if (retryAfter == null || !retryAfter.matches("[0-9]{1,9}")) {
            return null;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(retryAfter));
        return asked.compareTo(LONGEST_RETRY_AFTER) < 0 ? asked : LONGEST_RETRY_AFTER;
    }
}
