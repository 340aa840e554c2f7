package org.ectsuite.auth.oauth;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TokenCareResourceIT extends TokenCareResourceTest {}
