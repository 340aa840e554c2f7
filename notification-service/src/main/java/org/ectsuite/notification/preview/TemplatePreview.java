package org.ectsuite.notification.preview;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A letter with sample data.
 *
 * @param kind its name in the API
 * @param locale the language it is written in
 * @param subject subject line
 * @param text the letter as plain text
 * @param html the letter as HTML
 */
@Schema(name = "MailPreview")
record TemplatePreview(String kind, String locale, String subject, String text, String html) {}
