package org.ectsuite.notification.suppression;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How one provider posts its reports, and proves that they are its own. */
interface BounceHook {

    /**
     * A post with a valid signature.
     *
     * @param id what tells it from all others; a second one with the same id is a replay
     * @param at when it was signed
     * @param report what it reports; empty if that is no matter of ours
     */
    record Post(String id, Instant at, Optional<BounceReport> report) {}

    /**
     * Reads a post.
     *
     * @param header the value of a header; null if it is missing
     * @throws BadSignatureException if it is not the provider's
     * @throws MalformedPostException if it is, and cannot be read
     */
    Post read(Function<String, @Nullable String> header, byte[] body)
            throws BadSignatureException, MalformedPostException;

    /** The post is not from who it says. */
    class BadSignatureException extends Exception {

        BadSignatureException() {
            super("The signature is missing or wrong");
        }
    }

    /** The post is signed as it should be, and does not say what it should. */
    class MalformedPostException extends Exception {

        MalformedPostException() {
            super("The report cannot be read");
        }
    }
}
