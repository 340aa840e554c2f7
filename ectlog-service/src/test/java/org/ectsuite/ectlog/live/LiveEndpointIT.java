package org.ectsuite.ectlog.live;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program. */
@QuarkusIntegrationTest
class LiveEndpointIT extends LiveEndpointTest {}
