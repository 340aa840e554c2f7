package org.ectsuite.auth.authorization;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Asks whether a client may.
 *
 * @param scopes what it would like to do, in words
 * @param host where the person goes afterwards
 * @param another the sign-in page, for somebody else
 */
@CheckedTemplate(basePath = "authorization")
record ConsentPage(
        String client, String email, List<String> scopes, String host, String handle, String another, String formToken)
        implements TemplateInstance {}
