package org.ectsuite.auth.userinfo;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class UserInfoResourceIT extends UserInfoResourceTest {}
