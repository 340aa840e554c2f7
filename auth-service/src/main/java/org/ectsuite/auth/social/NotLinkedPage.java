package org.ectsuite.auth.social;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Tells why an identity was not linked. */
@CheckedTemplate(basePath = "social")
record NotLinkedPage(String provider, String why) implements TemplateInstance {}
