package org.ectsuite.auth.magiclink;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Says that a link or a code cannot be used. */
@CheckedTemplate(basePath = "magiclink")
record DeadLinkPage() implements TemplateInstance {}
