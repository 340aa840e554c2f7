package org.ectsuite.auth.magiclink;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Asks whoever opened a link whether he wants to sign in; opening alone does nothing. */
@CheckedTemplate(basePath = "magiclink")
record LinkPage(String email, String link, String formToken) implements TemplateInstance {}
