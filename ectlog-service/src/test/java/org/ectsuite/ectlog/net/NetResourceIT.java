package org.ectsuite.ectlog.net;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program. */
@QuarkusIntegrationTest
class NetResourceIT extends NetResourceTest {}
