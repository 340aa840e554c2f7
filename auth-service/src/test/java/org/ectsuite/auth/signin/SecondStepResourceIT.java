package org.ectsuite.auth.signin;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SecondStepResourceIT extends SecondStepResourceTest {}
