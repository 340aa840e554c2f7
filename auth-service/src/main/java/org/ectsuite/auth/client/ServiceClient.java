package org.ectsuite.auth.client;

import java.util.Set;

/**
 * A program that has shown who it is.
 *
 * @param scopes the most that its tokens allow
 * @param audiences the services that its tokens may be for
 */
public record ServiceClient(String id, Set<String> scopes, Set<String> audiences) {

    public ServiceClient {
        scopes = Set.copyOf(scopes);
        audiences = Set.copyOf(audiences);
    }
}
