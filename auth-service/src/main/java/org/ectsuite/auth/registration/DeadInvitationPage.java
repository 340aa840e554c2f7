package org.ectsuite.auth.registration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Says that an invitation cannot be accepted. */
@CheckedTemplate(basePath = "registration")
record DeadInvitationPage() implements TemplateInstance {}
