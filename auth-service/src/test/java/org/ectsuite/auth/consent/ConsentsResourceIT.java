package org.ectsuite.auth.consent;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ConsentsResourceIT extends ConsentsResourceTest {}
