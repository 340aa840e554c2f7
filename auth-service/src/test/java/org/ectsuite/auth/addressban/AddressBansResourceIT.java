package org.ectsuite.auth.addressban;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AddressBansResourceIT extends AddressBansResourceTest {}
