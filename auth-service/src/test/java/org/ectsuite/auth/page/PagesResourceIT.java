package org.ectsuite.auth.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PagesResourceIT extends PagesResourceTest {}
