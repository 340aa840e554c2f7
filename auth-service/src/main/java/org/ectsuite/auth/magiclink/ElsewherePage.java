package org.ectsuite.auth.magiclink;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Shows the code of a link that was opened in another browser than the one that asked for it. */
@CheckedTemplate(basePath = "magiclink")
record ElsewherePage(String code, String spoken) implements TemplateInstance {}
