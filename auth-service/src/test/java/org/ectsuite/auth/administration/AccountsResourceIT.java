package org.ectsuite.auth.administration;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AccountsResourceIT extends AccountsResourceTest {}
