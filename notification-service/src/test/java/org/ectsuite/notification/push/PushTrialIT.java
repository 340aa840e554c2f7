package org.ectsuite.notification.push;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program, or the native one. */
@QuarkusIntegrationTest
class PushTrialIT extends PushTrialTest {}
