package org.ectsuite.notification.announcement;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program, or the native one. */
@QuarkusIntegrationTest
class AnnouncementResourceIT extends AnnouncementResourceTest {}
