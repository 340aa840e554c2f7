package org.ectsuite.auth.device;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Takes the code that a device shows. */
@CheckedTemplate(basePath = "device")
record DeviceCodePage(
        String typed, String formToken, @Nullable String error) implements TemplateInstance {}
