package org.ectsuite.auth.client;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ClientsResourceIT extends ClientsResourceTest {}
