package org.ectsuite.auth.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page on which one says who one is. */
@CheckedTemplate(basePath = "signin")
record SignInPage(
        String email,
        String returnTo,
        String formToken,
        List<OtherWays.Way> ways,
        @Nullable String trouble,
        @Nullable String error)
        implements TemplateInstance {}
