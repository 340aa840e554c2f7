package org.ectsuite.auth.magiclink;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MagicLinkResourceIT extends MagicLinkResourceTest {}
