package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.client.PersonScope;
import org.ectsuite.auth.device.DeviceStart;
import org.ectsuite.auth.device.Devices;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;

/** Decides what a device may ask its owner for. */
@ApplicationScoped
class DeviceAuthorizationEndpoint {

    private final Devices devices;

    DeviceAuthorizationEndpoint(Devices devices) {
        this.devices = devices;
    }

    /** Fails with {@link OAuthException}. */
    Uni<DeviceStart> begin(OAuthClient client, List<String> asked) {
        if (!client.may(ClientGrant.DEVICE_CODE)) {
            throw new OAuthException(OAuthError.UNAUTHORIZED_CLIENT, "The client may not use this grant");
        }
        List<String> granted = asked.stream()
                .filter(scope -> PersonScope.of(scope).isPresent())
                .filter(client.scopes()::contains)
                .toList();
        if (granted.isEmpty()) {
            throw new OAuthException(OAuthError.INVALID_SCOPE, "The client may ask people for none of these scopes");
        }
        return devices.begin(client, granted);
    }
}
