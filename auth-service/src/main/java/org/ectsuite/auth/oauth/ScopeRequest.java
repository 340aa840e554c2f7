package org.ectsuite.auth.oauth;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which scopes a token gets (RFC 6749 section 3.3): those asked for, within those allowed; all allowed if none is. */
final class ScopeRequest {

    private static final Pattern TOKENS =
            Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+(?: [\\x21\\x23-\\x5B\\x5D-\\x7E]+)*");

    private ScopeRequest() {}

    static List<String> grant(Optional<String> asked, Collection<String> allowed) {
        if (asked.isEmpty()) {
            return List.copyOf(new TreeSet<>(allowed));
        }
        if (!TOKENS.matcher(asked.get()).matches()) {
            throw new OAuthException(OAuthError.INVALID_SCOPE, "The scope cannot be read");
        }
        Set<String> scopes = new LinkedHashSet<>(List.of(asked.get().split(" ", -1)));
        if (!allowed.containsAll(scopes)) {
            throw new OAuthException(OAuthError.INVALID_SCOPE, "The scope is wider than the client may ask for");
        }
        return List.copyOf(scopes);
    }
}
