package org.ectsuite.auth.authorization;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Says why a request leads nowhere.
 *
 * @param over whether it came too late; otherwise it is not safe to send anybody back
 */
@CheckedTemplate(basePath = "authorization")
record RefusedPage(boolean over, String requestId) implements TemplateInstance {}
