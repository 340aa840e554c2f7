package org.ectsuite.auth.session;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SessionResourceIT extends SessionResourceTest {}
