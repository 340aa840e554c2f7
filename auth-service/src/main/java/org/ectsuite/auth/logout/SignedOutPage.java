package org.ectsuite.auth.logout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Says that nobody is signed in.
 *
 * @param refused whether, instead, the request was not heeded
 */
@CheckedTemplate(basePath = "logout")
record SignedOutPage(boolean refused) implements TemplateInstance {}
