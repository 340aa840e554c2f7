package org.ectsuite.outbox;

/**
 * A file that a mail carries.
 *
 * @param name its file name
 * @param contentType its media type, as {@code text/csv; charset=utf-8}
 * @param content its bytes
 */
// A file's content is bytes; attachments are handed on and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Attachment(String name, String contentType, byte[] content) {}
