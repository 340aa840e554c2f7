package org.ectsuite.auth.discovery;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DiscoveryResourceIT extends DiscoveryResourceTest {}
