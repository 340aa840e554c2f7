package org.ectsuite.ectlog.frequency;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged program. */
@QuarkusIntegrationTest
class FrequencyResourceIT extends FrequencyResourceTest {}
