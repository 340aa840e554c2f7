package org.ectsuite.media.stream;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The entity tag and time of a file, and what conditional requests make of them (RFC 9110, 8.8 and 13). The tag is
 * strong: it is made of the fingerprint that a scan took and of size and time at this moment, so that it differs as soon
 * as the file was changed, scanned or not.
 */
record Validators(String entityTag, Instant lastModified) {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?(\"[^\"]*\")\\s*(?:,|$)");
    private static final int MAX_HEADER = 4_096;
    private static final int TAG_BYTES = 18;

    /** What a conditional request comes to. */
    enum Outcome {
        PROCEED,
        NOT_MODIFIED,
        PRECONDITION_FAILED
    }

    static Validators of(byte[] fingerprint, long size, long modifiedNanos) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update(fingerprint);
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(size)
                .putLong(modifiedNanos)
                .flip());
        return new Validators(tag(digest.digest()), ofNanos(modifiedNanos));
    }

    /** Of something that is served out of the catalogue and has no time of its own. */
    static Validators of(byte[] content) {
        return new Validators(tag(DigestUtils.sha256(content)), Instant.EPOCH);
    }

    private static String tag(byte[] digest) {
        return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_BYTES)) + '"';
    }

    /** The time as a header wants it. */
    String lastModifiedHeader() {
        return HTTP_DATE.format(lastModified);
    }

    /** What the preconditions of a GET or HEAD come to, in the order of RFC 9110, 13.2.2. */
    Outcome evaluate(
            @Nullable String ifMatch,
            @Nullable String ifUnmodifiedSince,
            @Nullable String ifNoneMatch,
            @Nullable String ifModifiedSince) {
        Instant unmodifiedSince = date(ifUnmodifiedSince);
        Instant modifiedSince = date(ifModifiedSince);
        if (ifMatch != null) {
            if (!matches(ifMatch, false)) {
                return Outcome.PRECONDITION_FAILED;
            }
        } else if (unmodifiedSince != null && lastModified.isAfter(unmodifiedSince)) {
            return Outcome.PRECONDITION_FAILED;
        }
        if (ifNoneMatch != null) {
            return matches(ifNoneMatch, true) ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
        }
        return modifiedSince != null && !lastModified.isAfter(modifiedSince) ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
    }

    /** Whether a range may be served: what the client has is still the same file (If-Range). */
    boolean permitsRange(@Nullable String ifRange) {
        if (ifRange == null) {
            return true;
        }
        String condition = ifRange.strip();
        // Weak tags never match here; a date must be exactly that of the file, which is precise to a second only.
        return condition.equals(entityTag) || (!condition.startsWith("\"") && lastModified.equals(date(condition)));
    }

    private boolean matches(String header, boolean weakly) {
        if (header.length() > MAX_HEADER) {
            return false;
        }
        if (header.strip().equals("*")) {
            return true;
        }
        Predicate<Matcher> fits = tag -> tag.group(2).equals(entityTag) && (weakly || tag.group(1) == null);
        Matcher tags = TAG.matcher(header);
        while (tags.lookingAt()) {
            if (fits.test(tags)) {
                return true;
            }
            tags.region(tags.end(), header.length());
            if (tags.regionStart() == header.length()) {
                return false;
            }
        }
        return false;
    }

    private static @Nullable Instant date(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            // A date that cannot be read is as if it were not there.
            return null;
        }
    }

    private static Instant ofNanos(long nanos) {
        return Instant.EPOCH.plusNanos(nanos).truncatedTo(ChronoUnit.SECONDS);
    }
}
