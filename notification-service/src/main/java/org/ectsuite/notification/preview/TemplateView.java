package org.ectsuite.notification.preview;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A kind of letter.
 *
 * @param kind its name in the API
 * @param transactional whether nobody can do without it
 * @param locales the languages it is written in, as language tags
 */
@Schema(name = "MailTemplate")
record TemplateView(String kind, boolean transactional, List<String> locales) {}
