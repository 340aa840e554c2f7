package org.ectsuite.auth.social;

import java.util.Set;

/** By which words providers say that they do not know the suite as it is configured, whoever the person is. */
final class ClientRefusals {

    private static final Set<String> WORDS = Set.of(
            // RFC 6749 sections 4.1.2.1 and 5.2
            "invalid_client",
            "unauthorized_client",
            "unsupported_response_type",
            "invalid_scope",
            // Google and GitHub
            "redirect_uri_mismatch",
            // GitHub
            "incorrect_client_credentials",
            "application_suspended");

    private ClientRefusals() {}

    static boolean isOne(String error) {
        return WORDS.contains(error);
    }
}
