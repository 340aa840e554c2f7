package org.ectsuite.ectlog.journal;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program. */
@QuarkusIntegrationTest
class JournalResourceIT extends JournalResourceTest {}
