package org.ectsuite.auth.magiclink;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Says to the owner of a mailbox that there is no account for it, and that he cannot make one. */
@CheckedTemplate(basePath = "magiclink")
record NotAdmittedPage() implements TemplateInstance {}
