package org.ectsuite.notification.message;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program, or the native one. */
@QuarkusIntegrationTest
class MessageRefusalIT extends MessageRefusalTest {}
