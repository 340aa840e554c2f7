package org.ectsuite.auth.authorization;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ectsuite.auth.authorization.AuthorizationRequest.Reply;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.client.PersonScope;
import org.ectsuite.auth.client.RedirectUri;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.protocol.ScopeRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads authorization requests. First of all where the answer may go: until that is certain nobody is sent anywhere (RFC
 * 6749 section 4.1.2.1).
 */
final class AuthorizationRequests {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_STATE = 2000;
    private static final int LONGEST_HINT = 4096;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]*");

    private AuthorizationRequests() {}

    /** What comes of reading. */
    sealed interface Reading {

        /** The request is good. */
        record Good(AuthorizationRequest request) implements Reading {}

        /** Nobody may be sent to where the request wants him. */
        record Unsafe() implements Reading {}

        /** The client is told what is wrong. */
        record Bad(Reply reply, OAuthException error) implements Reading {}
    }

    static Reading read(Parameters parameters, OAuthClient client) {
        String redirectUri = parameters.find("redirect_uri").orElse("");
        if (redirectUri.length() > RedirectUri.MAX_LENGTH || !RedirectUri.matches(client.redirectUris(), redirectUri)) {
            return new Reading.Unsafe();
        }
        Optional<String> state = parameters.find("state");
        Reply reply = new Reply(redirectUri, state.orElse(null));
        try {
            bounded(state, LONGEST_STATE, "state");
            return new Reading.Good(request(parameters, client, reply));
        } catch (OAuthException error) {
            return new Reading.Bad(reply, error);
        }
    }

    private static AuthorizationRequest request(Parameters parameters, OAuthClient client, Reply reply) {
        refuse(parameters, "request", OAuthError.REQUEST_NOT_SUPPORTED);
        refuse(parameters, "request_uri", OAuthError.REQUEST_URI_NOT_SUPPORTED);
        refuse(parameters, "registration", OAuthError.REGISTRATION_NOT_SUPPORTED);
        if (!client.may(ClientGrant.AUTHORIZATION_CODE)) {
            throw new OAuthException(OAuthError.UNAUTHORIZED_CLIENT, "The client may not use this grant");
        }
        if (!parameters.require("response_type").equals("code")) {
            throw new OAuthException(OAuthError.UNSUPPORTED_RESPONSE_TYPE, "The response type must be code");
        }
        if (!parameters.find("response_mode").orElse("query").equals("query")) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The response mode must be query");
        }
        return new AuthorizationRequest(
                reply,
                scopes(parameters, client),
                bounded(parameters.find("nonce"), LONGEST_TEXT, "nonce").orElse(null),
                challenge(parameters, client),
                prompts(parameters),
                parameters.find("max_age").map(AuthorizationRequests::maxAge),
                bounded(parameters.find("login_hint"), LONGEST_ADDRESS, "login_hint"),
                bounded(parameters.find("id_token_hint"), LONGEST_HINT, "id_token_hint"));
    }

    private static void refuse(Parameters parameters, String name, OAuthError error) {
        if (parameters.find(name).isPresent()) {
            throw new OAuthException(error, "The parameter " + name + " is not supported");
        }
    }

    private static List<String> scopes(Parameters parameters, OAuthClient client) {
        List<String> asked = ScopeRequest.read(parameters.require("scope"));
        // Unknown ones are passed over, as OpenID Connect wants it; those of programs are not for people.
        List<String> granted = asked.stream()
                .filter(scope -> PersonScope.of(scope).isPresent())
                .filter(client.scopes()::contains)
                .toList();
        if (granted.isEmpty()) {
            throw new OAuthException(OAuthError.INVALID_SCOPE, "The client may ask people for none of these scopes");
        }
        return granted;
    }

    private static @Nullable String challenge(Parameters parameters, OAuthClient client) {
        if (client.pkceOptional() && parameters.find("code_challenge").isEmpty()) {
            // Half of PKCE is a mistake and not the wish to do without.
            if (parameters.find("code_challenge_method").isPresent()) {
                throw new OAuthException(OAuthError.INVALID_REQUEST, "The parameter code_challenge is missing");
            }
            return null;
        }
        String challenge = parameters.require("code_challenge");
        // Without a method RFC 7636 means plain, which proves nothing to whoever sees the request.
        if (!parameters.find("code_challenge_method").orElse("plain").equals(Pkce.METHOD)) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The code challenge method must be S256");
        }
        if (!Pkce.isChallenge(challenge)) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The code challenge is none");
        }
        return challenge;
    }

    private static Set<Prompt> prompts(Parameters parameters) {
        EnumSet<Prompt> prompts = EnumSet.noneOf(Prompt.class);
        parameters.find("prompt").ifPresent(text -> {
            for (String one : text.split(" ", -1)) {
                prompts.add(Prompt.of(one)
                        .orElseThrow(() -> new OAuthException(OAuthError.INVALID_REQUEST, "The prompt is unknown")));
            }
        });
        if (prompts.contains(Prompt.NONE) && prompts.size() > 1) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The prompt none stands alone");
        }
        return prompts;
    }

    private static Duration maxAge(String text) {
        if (!SECONDS.matcher(text).matches()) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The parameter max_age must be a number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    private static Optional<String> bounded(Optional<String> text, int longest, String name) {
        if (text.isPresent()
                && (text.get().length() > longest
                        || !PRINTABLE.matcher(text.get()).matches())) {
            throw new OAuthException(
                    OAuthError.INVALID_REQUEST, "The parameter " + name + " is too long or not printable");
        }
        return text;
    }
}
