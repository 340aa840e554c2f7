package org.ectsuite.ectlog.chat;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program. */
@QuarkusIntegrationTest
class ChatResourceIT extends ChatResourceTest {}
