package org.ectsuite.notification.suppression;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SuppressionResourceIT extends SuppressionResourceTest {}
