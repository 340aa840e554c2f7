package org.ectsuite.auth.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * The page that takes a code of the authenticator.
 *
 * @param again whether somebody who is signed in shows the factor again
 * @param codes whether he has an authenticator
 * @param passkey null if he has no passkey
 */
@CheckedTemplate(basePath = "signin")
record SecondStepPage(
        String action,
        boolean again,
        String returnTo,
        String formToken,
        boolean codes,
        @Nullable PasskeyPrompt passkey,
        @Nullable String error)
        implements TemplateInstance {}
