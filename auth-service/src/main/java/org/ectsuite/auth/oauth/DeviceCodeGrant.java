package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.device.DeviceAnswer;
import org.ectsuite.auth.device.Devices;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.session.Client;
import org.ectsuite.webedge.request.RequestInfo;

/** A device asks, again and again, whether its owner has agreed (RFC 8628 section 3.4). */
@ApplicationScoped
class DeviceCodeGrant implements Grant {

    private final Devices devices;
    private final PersonTokens tokens;
    private final RequestInfo request;

    DeviceCodeGrant(Devices devices, PersonTokens tokens, RequestInfo request) {
        this.devices = devices;
        this.tokens = tokens;
        this.request = request;
    }

    @Override
    public ClientGrant grant() {
        return ClientGrant.DEVICE_CODE;
    }

    @Override
    public Uni<TokenResponse> exchange(OAuthClient client, Parameters parameters) {
        OpaqueToken code = OpaqueToken.parse(parameters.require("device_code")).orElseThrow(DeviceCodeGrant::unknown);
        Client asking = new Client(request.clientAddress(), request.userAgent());
        return devices.ask(code, client, asking).map(answer -> switch (answer) {
            case DeviceAnswer.Given(var given) -> tokens.response(given, client, null);
            case DeviceAnswer.Pending() ->
                throw new OAuthException(OAuthError.AUTHORIZATION_PENDING, "The person has not agreed yet");
            case DeviceAnswer.SlowDown() ->
                throw new OAuthException(OAuthError.SLOW_DOWN, "Wait five seconds more between two questions");
            case DeviceAnswer.Denied() ->
                throw new OAuthException(OAuthError.ACCESS_DENIED, "The person does not agree");
            case DeviceAnswer.Expired() -> throw new OAuthException(OAuthError.EXPIRED_TOKEN, "The code has expired");
            case DeviceAnswer.Unknown() -> throw unknown();
        });
    }

    private static OAuthException unknown() {
        return new OAuthException(OAuthError.INVALID_GRANT, "The device code cannot be used");
    }
}
