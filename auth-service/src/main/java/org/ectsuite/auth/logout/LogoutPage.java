package org.ectsuite.auth.logout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Asks whether to sign out; the fields carry the client's request along, to be checked again. */
@CheckedTemplate(basePath = "logout")
record LogoutPage(String clientId, String redirectUri, String state, String formToken) implements TemplateInstance {}
