package org.ectsuite.auth.social;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Tells that nothing waits any more. */
@CheckedTemplate(basePath = "social")
record DeadIdentityPage() implements TemplateInstance {}
