package org.ectsuite.auth.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Tells the owner of a suspended account why he is not let in. */
@CheckedTemplate(basePath = "signin")
record SuspendedPage(
        boolean resting, String reason, @Nullable String until) implements TemplateInstance {}
