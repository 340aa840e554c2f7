package org.ectsuite.auth.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Leads on to a client without a redirect. */
@CheckedTemplate(basePath = "page")
record OnwardPage(String address, String name) implements TemplateInstance {}
