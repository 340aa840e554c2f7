package org.ectsuite.auth.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a client may ask people for. */
public enum PersonScope {
    /** Who somebody is, by an id that means nothing (OpenID Connect Core section 3.1.2.1). */
    OPENID("openid"),
    /** Name, callsign, time zone and language. */
    PROFILE("profile"),
    /** The mail address. */
    EMAIL("email"),
    /** To go on when its owner has signed out. */
    OFFLINE_ACCESS("offline_access"),
    /** To act for somebody in nets, logs and recordings; never as administrator. */
    ECT("ect");

    private final String text;

    PersonScope(String text) {
        this.text = text;
    }

    /** As the protocol writes it. */
    public String text() {
        return text;
    }

    public static Optional<PersonScope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(PersonScope::text).toList();
    }
}
