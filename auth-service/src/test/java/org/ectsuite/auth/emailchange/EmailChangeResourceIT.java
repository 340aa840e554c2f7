package org.ectsuite.auth.emailchange;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class EmailChangeResourceIT extends EmailChangeResourceTest {}
