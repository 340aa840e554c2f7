package org.ectsuite.auth.signin;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PasskeySignInResourceIT extends PasskeySignInResourceTest {}
