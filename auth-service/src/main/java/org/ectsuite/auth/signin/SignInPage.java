package org.ectsuite.auth.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which one says who one is.
 *
 * @param ways with whose word one may come, too
 * @param trouble why another way did not lead in
 * @param error what is wrong with the address
 */
@CheckedTemplate(basePath = "signin")
record SignInPage(
        String email,
        String returnTo,
        String formToken,
        List<OtherWays.Way> ways,
        PasskeyPrompt passkey,
        @Nullable String trouble,
        @Nullable String error)
        implements TemplateInstance {}
