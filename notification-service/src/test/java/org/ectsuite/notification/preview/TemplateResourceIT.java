package org.ectsuite.notification.preview;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TemplateResourceIT extends TemplateResourceTest {}
