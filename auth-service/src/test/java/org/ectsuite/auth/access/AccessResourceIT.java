package org.ectsuite.auth.access;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AccessResourceIT extends AccessResourceTest {}
