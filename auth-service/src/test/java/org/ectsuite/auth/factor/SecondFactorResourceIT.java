package org.ectsuite.auth.factor;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SecondFactorResourceIT extends SecondFactorResourceTest {}
