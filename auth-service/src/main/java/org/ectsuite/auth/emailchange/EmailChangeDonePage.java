package org.ectsuite.auth.emailchange;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Says what came of it.
 *
 * @param kind {@code confirmed}, {@code undone}, {@code taken} or {@code dead}
 */
@CheckedTemplate(basePath = "emailchange")
record EmailChangeDonePage(String kind) implements TemplateInstance {}
