package org.ectsuite.auth.logout;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class LogoutResourceIT extends LogoutResourceTest {
    LogoutResourceIT() throws java.io.IOException {}
}
