package org.ectsuite.notification;

import io.quarkus.test.common.QuarkusTestResource;
import org.ectsuite.notification.push.HookServerResource;
import org.ectsuite.notification.suppression.BounceSecrets;
import org.ectsuite.notification.suppression.ReportMailboxResource;
import org.ectsuite.testsupport.AuthServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.SecretsResource;
import org.ectsuite.testsupport.SmtpServerResource;

/** What the service under test runs against, in all tests: a database, an auth-service, a relay, all of them real servers. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(AuthServerResource.class)
@QuarkusTestResource(SecretsResource.class)
@QuarkusTestResource(SmtpServerResource.class)
@QuarkusTestResource(RelayLine.class)
@QuarkusTestResource(HookServerResource.class)
@QuarkusTestResource(BounceSecrets.class)
@QuarkusTestResource(ReportMailboxResource.class)
final class TestStack {

    private TestStack() {}
}
