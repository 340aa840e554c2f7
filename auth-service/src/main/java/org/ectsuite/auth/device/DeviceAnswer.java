package org.ectsuite.auth.device;

import org.ectsuite.auth.session.ClientTokens;

/** What a device hears when it asks. */
public sealed interface DeviceAnswer {

    /** Its owner has agreed. */
    record Given(ClientTokens tokens) implements DeviceAnswer {}

    /** Not yet. */
    record Pending() implements DeviceAnswer {}

    /** Not yet, and it asks too often: five seconds more between two questions from now on. */
    record SlowDown() implements DeviceAnswer {}

    /** Its owner does not agree. */
    record Denied() implements DeviceAnswer {}

    /** It took too long. */
    record Expired() implements DeviceAnswer {}

    /** The code is unknown, another client's or used. */
    record Unknown() implements DeviceAnswer {}
}
