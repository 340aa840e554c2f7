package org.ectsuite.auth.device;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Says what came of it. */
@CheckedTemplate(basePath = "device")
record DeviceDonePage(boolean agreed) implements TemplateInstance {}
