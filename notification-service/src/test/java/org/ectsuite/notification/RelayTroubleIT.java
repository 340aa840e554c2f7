package org.ectsuite.notification;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program, or the native one. */
@QuarkusIntegrationTest
class RelayTroubleIT extends RelayTroubleTest {}
