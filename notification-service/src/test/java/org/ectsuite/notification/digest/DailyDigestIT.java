package org.ectsuite.notification.digest;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program, or the native one. */
@QuarkusIntegrationTest
class DailyDigestIT extends DailyDigestTest {}
