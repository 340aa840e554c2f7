package org.ectsuite.auth.passkey;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PasskeyResourceIT extends PasskeyResourceTest {}
