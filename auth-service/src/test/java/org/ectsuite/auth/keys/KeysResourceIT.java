package org.ectsuite.auth.keys;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KeysResourceIT extends KeysResourceTest {}
