package org.ectsuite.auth.owndata;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class OwnDataResourceIT extends OwnDataResourceTest {}
