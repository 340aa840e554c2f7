package org.ectsuite.auth.magiclink;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Says that a mail is on its way, and takes its code. */
@CheckedTemplate(basePath = "magiclink")
record CodePage(
        String email,
        long minutes,
        String again,
        String formToken,
        @Nullable String error) implements TemplateInstance {}
