package org.ectsuite.auth.social;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SocialSignInResourceIT extends SocialSignInResourceTest {}
