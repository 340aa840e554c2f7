package org.ectsuite.auth.registration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Asks whether somebody accepts; its form is the one of the sign-in page, filled in. */
@CheckedTemplate(basePath = "registration")
record InvitationPage(String email, @Nullable String inviter, String formToken) implements TemplateInstance {}
