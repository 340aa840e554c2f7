package org.ectsuite.notification.smtp;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RelayResourceIT extends RelayResourceTest {}
