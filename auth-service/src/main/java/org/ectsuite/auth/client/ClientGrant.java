package org.ectsuite.auth.client;

import java.util.Arrays;
import java.util.Optional;

/** The ways to get tokens that a client may use. */
public enum ClientGrant {
    AUTHORIZATION_CODE("authorization_code"),
    REFRESH_TOKEN("refresh_token"),
    CLIENT_CREDENTIALS("client_credentials"),
    DEVICE_CODE("urn:ietf:params:oauth:grant-type:device_code");

    private final String type;

    ClientGrant(String type) {
        this.type = type;
    }

    /** The value of {@code grant_type}. */
    public String type() {
        return type;
    }

    public static Optional<ClientGrant> of(String type) {
        return Arrays.stream(values()).filter(grant -> grant.type.equals(type)).findFirst();
    }
}
