package org.ectsuite.notification.push;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PushTargetResourceIT extends PushTargetResourceTest {}
