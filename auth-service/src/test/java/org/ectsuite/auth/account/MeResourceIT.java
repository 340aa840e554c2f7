package org.ectsuite.auth.account;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MeResourceIT extends MeResourceTest {}
