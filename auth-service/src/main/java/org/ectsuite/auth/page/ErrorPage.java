package org.ectsuite.auth.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page for what no other page foresees. */
@CheckedTemplate(basePath = "page")
record ErrorPage(String kind, long minutes, String requestId) implements TemplateInstance {}
