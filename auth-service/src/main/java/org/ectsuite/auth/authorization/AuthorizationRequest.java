package org.ectsuite.auth.authorization;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, once it is known to be well-formed and within what the client may ask.
 *
 * @param scopes never empty
 * @param codeChallenge of RFC 7636, with S256; null only for a client that may do without
 * @param prompts what the person is to be asked in any case; {@link Prompt#NONE} stands alone
 * @param maxAge how long ago the person may have shown who he is
 * @param loginHint what he might type to sign in
 * @param idTokenHint an ID token that speaks of the person who is expected
 */
record AuthorizationRequest(
        Reply reply,
        List<String> scopes,
        @Nullable String nonce,
        @Nullable String codeChallenge,
        Set<Prompt> prompts,
        Optional<Duration> maxAge,
        Optional<String> loginHint,
        Optional<String> idTokenHint) {

    AuthorizationRequest {
        scopes = List.copyOf(scopes);
        prompts = Set.copyOf(prompts);
    }

    boolean silent() {
        return prompts.contains(Prompt.NONE);
    }

    /**
     * Where the answer goes.
     *
     * @param redirectUri registered for the client
     * @param state what the client sent along, to be sent back
     */
    record Reply(String redirectUri, @Nullable String state) {}
}
