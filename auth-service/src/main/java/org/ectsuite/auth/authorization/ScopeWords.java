package org.ectsuite.auth.authorization;

import java.util.List;
import java.util.Optional;
import org.ectsuite.auth.client.PersonScope;

/** What scopes mean, in words for people. */
public final class ScopeWords {

    private ScopeWords() {}

    /** For each scope that people are asked about. */
    public static List<String> of(List<String> scopes, ConsentMessages messages) {
        return scopes.stream()
                .map(PersonScope::of)
                .flatMap(Optional::stream)
                .map(scope -> words(scope, messages))
                .toList();
    }

    static String words(PersonScope scope, ConsentMessages messages) {
        return switch (scope) {
            case OPENID -> messages.openid();
            case PROFILE -> messages.profile();
            case EMAIL -> messages.email();
            case OFFLINE_ACCESS -> messages.offlineAccess();
            case ECT -> messages.ect();
        };
    }
}
