package org.ectsuite.auth.people;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MembersResourceIT extends MembersResourceTest {}
