package org.ectsuite.auth.erasure;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ErasureResourceIT extends ErasureResourceTest {}
