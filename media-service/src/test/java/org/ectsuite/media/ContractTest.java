package org.ectsuite.media;

import io.quarkus.test.junit.QuarkusTest;
import org.ectsuite.testsupport.OpenApiContract;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest {

    @Test
    void serves_the_committed_openapi_document() {
        OpenApiContract.verify("media-service", "/media/q/openapi");
    }
}
