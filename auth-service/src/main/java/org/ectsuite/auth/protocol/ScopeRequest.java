package org.ectsuite.auth.protocol;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which scopes a token gets (RFC 6749 section 3.3): those asked for, within those allowed; all allowed if none is. */
public final class ScopeRequest {

    private static final Pattern TOKENS =
            Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+(?: [\\x21\\x23-\\x5B\\x5D-\\x7E]+)*");

    private ScopeRequest() {}

    public static List<String> grant(Optional<String> asked, Collection<String> allowed) {
        if (asked.isEmpty()) {
            return List.copyOf(new TreeSet<>(allowed));
        }
        Set<String> scopes = new LinkedHashSet<>(read(asked.get()));
        if (!allowed.containsAll(scopes)) {
            throw new OAuthException(OAuthError.INVALID_SCOPE, "The scope is wider than the client may ask for");
        }
        return List.copyOf(scopes);
    }

    /** The scopes that a text names, each once, in its order. */
    public static List<String> read(String text) {
        if (!TOKENS.matcher(text).matches()) {
            throw new OAuthException(OAuthError.INVALID_SCOPE, "The scope cannot be read");
        }
        return List.copyOf(new LinkedHashSet<>(List.of(text.split(" ", -1))));
    }
}
