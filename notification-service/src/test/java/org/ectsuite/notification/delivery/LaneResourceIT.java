package org.ectsuite.notification.delivery;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class LaneResourceIT extends LaneResourceTest {}
