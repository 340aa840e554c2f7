package org.ectsuite.notification.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For whom a message is. */
public sealed interface Destination {

    /** Somebody whom auth-service knows. */
    record Person(UUID userId) implements Destination {}

    /**
     * A webhook or a topic of ntfy.
     *
     * @param id id of the target
     * @param owner the person whose message it is; null if it is for all
     */
    record Target(UUID id, @Nullable UUID owner) implements Destination {}

    /** An address, with the ways in which to write to it as far as they are known. */
    record Address(
            String address,
            @Nullable String name,
            @Nullable String locale,
            @Nullable String zone) implements Destination {}
}
