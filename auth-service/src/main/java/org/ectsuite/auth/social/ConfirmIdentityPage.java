package org.ectsuite.auth.social;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Asks somebody who is signed in whether an identity is to open the account. */
@CheckedTemplate(basePath = "social")
record ConfirmIdentityPage(String provider, String identity, String account, String formToken)
        implements TemplateInstance {}
