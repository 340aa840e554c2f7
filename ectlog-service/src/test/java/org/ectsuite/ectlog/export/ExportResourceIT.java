package org.ectsuite.ectlog.export;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program. */
@QuarkusIntegrationTest
class ExportResourceIT extends ExportResourceTest {}
