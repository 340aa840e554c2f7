package org.ectsuite.auth.device;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Asks whether a device may.
 *
 * @param scopes what it would like to do, in words
 */
@CheckedTemplate(basePath = "device")
record DeviceConsentPage(String client, String code, List<String> scopes, String formToken)
        implements TemplateInstance {}
