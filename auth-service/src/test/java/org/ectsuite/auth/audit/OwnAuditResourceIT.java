package org.ectsuite.auth.audit;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class OwnAuditResourceIT extends OwnAuditResourceTest {}
