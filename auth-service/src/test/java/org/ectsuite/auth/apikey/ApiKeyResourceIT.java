package org.ectsuite.auth.apikey;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ApiKeyResourceIT extends ApiKeyResourceTest {}
