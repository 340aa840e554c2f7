package org.ectsuite.auth.social;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Asks for a proof of the account that an identity is to open. */
@CheckedTemplate(basePath = "social")
record ProveAccountPage(String provider, String email, boolean vouched, String returnTo, String back, String formToken)
        implements TemplateInstance {}
