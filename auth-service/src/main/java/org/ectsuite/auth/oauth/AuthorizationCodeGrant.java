package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.auth.authorization.AuthorizationCodes;
import org.ectsuite.auth.authorization.CodeRedemption;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.session.Client;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.request.RequestInfo;

/** A client exchanges the code that a person has brought it (RFC 6749 section 4.1.3). */
@ApplicationScoped
class AuthorizationCodeGrant implements Grant {

    private final AuthorizationCodes codes;
    private final PersonTokens tokens;
    private final RequestInfo request;

    AuthorizationCodeGrant(AuthorizationCodes codes, PersonTokens tokens, RequestInfo request) {
        this.codes = codes;
        this.tokens = tokens;
        this.request = request;
    }

    @Override
    public ClientGrant grant() {
        return ClientGrant.AUTHORIZATION_CODE;
    }

    @Override
    public Uni<TokenResponse> exchange(OAuthClient client, Parameters parameters) {
        String redirectUri = parameters.require("redirect_uri");
        String verifier = client.pkceOptional()
                ? parameters.find("code_verifier").orElse(null)
                : parameters.require("code_verifier");
        OpaqueToken code = OpaqueToken.parse(parameters.require("code")).orElseThrow(AuthorizationCodeGrant::refusal);
        Client asking = new Client(request.clientAddress(), request.userAgent());
        return codes.redeem(code, client, redirectUri, verifier, asking).map(redemption -> switch (redemption) {
            case CodeRedemption.Good good -> tokens.response(good.tokens(), client, good.nonce());
            case CodeRedemption.Bad() -> throw refusal();
            case CodeRedemption.Replayed() -> {
                SecurityLog.authenticationFailed(asking.address(), OAuthFailure.CODE_REPLAY);
                throw refusal();
            }
        });
    }

    private static OAuthException refusal() {
        return new OAuthException(OAuthError.INVALID_GRANT, "The code cannot be exchanged");
    }
}
