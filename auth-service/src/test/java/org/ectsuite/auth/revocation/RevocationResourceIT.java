package org.ectsuite.auth.revocation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RevocationResourceIT extends RevocationResourceTest {}
