package org.ectsuite.auth.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The page on which one says who one is. */
@CheckedTemplate(basePath = "signin")
record SignInPage(
        String email,
        String returnTo,
        String formToken,
        @Nullable String error) implements TemplateInstance {}
