package org.ectsuite.ectlog.chat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.text.TextRules;

/**
 * Something to say.
 *
 * @param text the line; may break
 */
@Schema(name = "ChatRequest")
record ChatRequest(
        @NotBlank @Size(max = TextRules.MESSAGE) @Pattern(regexp = TextRules.LINES, message = TextRules.LINES_MESSAGE) String text) {}
