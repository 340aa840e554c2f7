package org.ectsuite.ectlog.live;

import java.util.concurrent.CompletionStage;

/** The connection to one client. */
interface Wire {

    /** Sends a message; done when the connection has taken it, which a slow client delays. */
    CompletionStage<Void> send(String message);

    /** Closes the connection. */
    void close(Closing reason);
}
