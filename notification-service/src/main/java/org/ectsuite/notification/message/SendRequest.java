package org.ectsuite.notification.message;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.notification.smtp.MailAddress;
import org.ectsuite.notification.template.SingleLine;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a service wants sent.
 *
 * @param kind one of the kinds that {@code GET /templates} lists, as {@code sign-in-link}
 * @param recipient who gets it
 * @param data what the letter says; its members depend on the kind
 * @param attachments files
 * @param notBefore not to be sent earlier
 * @param expiresAt not to be sent later
 */
record SendRequest(
        @NotNull @Size(max = 60) String kind,
        @NotNull @Valid Recipient recipient,

        @NotNull @Schema(description = "What the letter says; its members depend on the kind")
        Map<String, @Nullable Object> data,

        @Nullable List<@NotNull @Valid Attachment> attachments,
        @Nullable Instant notBefore,
        @Nullable Instant expiresAt) {

    /** The attached files; none if the member is absent. */
    List<Attachment> files() {
        return attachments == null ? List.of() : attachments;
    }

    /** Holds the content of a letter: kept out of logs. */
    @Override
    public String toString() {
        return "SendRequest[kind=%s]".formatted(kind);
    }

    /**
     * Either a person of auth-service or an address; the ways in which to write to an address come with it.
     *
     * @param userId id of a person; address, name, language and zone are asked for when the mail is sent
     * @param address e-mail address, in its ASCII and unquoted form
     * @param name display name
     * @param locale language tag (BCP 47)
     * @param zone IANA time zone
     */
    @Schema(name = "MessageRecipient")
    record Recipient(
            @Nullable UUID userId,

            @Size(max = 254) @Pattern(regexp = MailAddress.PATTERN, message = "must be an e-mail address") @Nullable String address,

            @Size(max = 100) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) @Nullable String name,

            @Size(max = 35) @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") @Nullable String locale,

            @Size(max = 50) @Pattern(regexp = "[A-Za-z0-9_+/-]+") @Nullable String zone) {}

    /**
     * A file.
     *
     * @param name file name of letters, digits, dot, hyphen, underscore and space
     * @param contentType {@code text/csv}, {@code text/plain} or {@code application/pdf}
     * @param content the file in base64
     */
    @Schema(name = "MessageAttachmentUpload")
    record Attachment(
            @NotNull @Pattern(regexp = "[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,118}[A-Za-z0-9])?")
            String name,

            @NotNull @Pattern(
                    regexp = "(?:text/csv|text/plain|application/pdf)(?:; ?charset=utf-8)?",
                    flags = Pattern.Flag.CASE_INSENSITIVE,
                    message = "must be text/csv, text/plain or application/pdf")
            String contentType,

            @NotNull byte[] content) {}
}
