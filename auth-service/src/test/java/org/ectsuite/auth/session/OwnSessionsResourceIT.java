package org.ectsuite.auth.session;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class OwnSessionsResourceIT extends OwnSessionsResourceTest {}
