package org.ectsuite.media;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program. */
@QuarkusIntegrationTest
class AccessResourceIT extends AccessResourceTest {}
