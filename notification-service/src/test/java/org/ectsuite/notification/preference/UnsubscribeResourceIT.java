package org.ectsuite.notification.preference;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class UnsubscribeResourceIT extends UnsubscribeResourceTest {}
