package org.ectsuite.notification.message;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class BulkInterventionIT extends BulkInterventionTest {}
