package org.ectsuite.notification.suppression;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program, or the native one. */
@QuarkusIntegrationTest
class BounceHookResourceIT extends BounceHookResourceTest {}
