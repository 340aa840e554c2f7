package org.ectsuite.auth.session;

import java.util.Collection;

/** Tells new devices from known ones, by the browser and system that they name. */
final class KnownDevices {

    private KnownDevices() {}

    /**
     * Whether somebody should be told.
     *
     * @param earlier the User-Agent headers of his sessions until now; none: there is nothing to compare with
     */
    static boolean isNew(String userAgent, Collection<String> earlier) {
        String device = ClientDescription.of(userAgent).text();
        return !earlier.isEmpty()
                && earlier.stream()
                        .noneMatch(agent -> ClientDescription.of(agent).text().equals(device));
    }
}
