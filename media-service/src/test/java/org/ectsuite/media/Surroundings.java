package org.ectsuite.media;

import io.quarkus.test.common.QuarkusTestResource;
import org.ectsuite.testsupport.AuthServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.SecretsResource;

/** What stands around the service in all tests of this module: the framework finds the annotations here. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(AuthServerResource.class)
@QuarkusTestResource(SecretsResource.class)
@QuarkusTestResource(LibraryFoldersResource.class)
final class Surroundings {

    private Surroundings() {}
}
