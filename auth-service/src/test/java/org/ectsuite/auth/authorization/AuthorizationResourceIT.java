package org.ectsuite.auth.authorization;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AuthorizationResourceIT extends AuthorizationResourceTest {}
