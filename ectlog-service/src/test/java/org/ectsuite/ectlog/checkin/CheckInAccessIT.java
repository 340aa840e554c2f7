package org.ectsuite.ectlog.checkin;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program. */
@QuarkusIntegrationTest
class CheckInAccessIT extends CheckInAccessTest {}
