package org.ectsuite.auth.breakglass;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The page that takes a code made on the host. */
@CheckedTemplate(basePath = "breakglass")
record BreakGlassPage(String formToken, @Nullable String error) implements TemplateInstance {}
