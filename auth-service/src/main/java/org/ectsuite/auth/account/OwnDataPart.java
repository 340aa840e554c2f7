package org.ectsuite.auth.account;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** A feature that keeps something for people: what they get to see of it when they take their data with them. */
public interface OwnDataPart {

    /** The part's name in the file, as {@code sessions}. */
    String name();

    /** All of it, as views that hold no secret. In a native program their types must be registered for reflection. */
    Uni<?> of(UUID accountId);
}
