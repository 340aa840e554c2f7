package org.ectsuite.ectlog.net;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Is told of every change of a net's settings and state. */
public interface NetWatch {

    /**
     * A net has changed; what follows from it belongs to the same transaction.
     *
     * @param before the net before
     * @param after the net now
     * @param by who changed it
     */
    Uni<Void> changed(NetSnapshot before, NetSnapshot after, UUID by);
}
