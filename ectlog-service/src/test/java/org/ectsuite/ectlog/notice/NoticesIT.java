package org.ectsuite.ectlog.notice;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class NoticesIT extends NoticesTest {}
