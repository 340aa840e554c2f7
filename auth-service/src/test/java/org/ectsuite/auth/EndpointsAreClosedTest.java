package org.ectsuite.auth;

import io.quarkus.test.junit.QuarkusTest;
import org.ectsuite.testsupport.EndpointWalk;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndpointsAreClosedTest {

    @Test
    void every_endpoint_is_closed_but_those_that_lead_in() {
        EndpointWalk.of("/auth/q/openapi")
                .open(
                        "GET /auth/jwks",
                        "GET /auth/.well-known/openid-configuration",
                        "GET /auth/.well-known/oauth-authorization-server",
                        "GET /auth/oauth/authorize",
                        "POST /auth/oauth/authorize",
                        "GET /auth/oauth/authorize/resume",
                        "POST /auth/oauth/authorize/consent",
                        "POST /auth/oauth/device_authorization",
                        "GET /auth/device",
                        "GET /auth/invitation",
                        "GET /auth/email-change",
                        "POST /auth/email-change",
                        "GET /auth/email-change/undo",
                        "POST /auth/email-change/undo",
                        "POST /auth/device",
                        "POST /auth/device/decision",
                        "POST /auth/oauth/revoke",
                        "POST /auth/oauth/introspect",
                        "GET /auth/oauth/logout",
                        "POST /auth/oauth/logout",
                        "POST /auth/oauth/logout/confirm",
                        "POST /auth/oauth/token",
                        "GET /auth/sign-in",
                        "GET /auth/sign-in/link",
                        "POST /auth/sign-in/link",
                        "POST /auth/sign-in/link/redeem",
                        "GET /auth/sign-in/code",
                        "POST /auth/sign-in/code",
                        "POST /auth/sign-in/with/{provider}",
                        "GET /auth/sign-in/with/{provider}/callback",
                        "GET /auth/identities/confirm",
                        "POST /auth/identities/confirm",
                        "GET /auth/sign-in/second-factor",
                        "POST /auth/sign-in/second-factor",
                        "GET /auth/sign-in/break-glass",
                        "POST /auth/sign-in/break-glass",
                        "POST /auth/sign-in/passkey",
                        "GET /auth/sign-in/step-up",
                        "POST /auth/sign-in/step-up",
                        // Open to those who hold the cookie and send the web client's header; others get 403.
                        "POST /auth/session/token",
                        "POST /auth/session/sign-out")
                .verify();
    }
}
