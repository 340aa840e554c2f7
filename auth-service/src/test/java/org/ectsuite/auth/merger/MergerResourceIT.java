package org.ectsuite.auth.merger;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MergerResourceIT extends MergerResourceTest {}
