package org.ectsuite.auth.review;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ReviewResourceIT extends ReviewResourceTest {}
