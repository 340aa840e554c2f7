package org.ectsuite.ectlog.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How the live socket behaves. */
@ConfigMapping(prefix = "ect.ectlog.live")
public interface LiveConfig {

    /** Origins beside the suite's own whose pages may open the socket. */
    @WithDefault("${quarkus.http.cors.origins}")
    Set<String> origins();

    /** How many messages may wait for a client before it is cut off and has to resume. */
    @WithDefault("1024")
    int queue();

    /** How many sockets one person may have open at one replica. */
    @WithDefault("20")
    int socketsPerPerson();

    /** How many of the last events of a net that somebody follows are kept at hand for those who join. */
    @WithDefault("512")
    int recent();

    /** How often the journals of followed nets are looked at although nothing was announced. */
    @WithDefault("1s")
    Duration lookAgain();

    /** How often a replica says that it is there; one that is silent for three times as long is taken for dead. */
    @WithDefault("10s")
    Duration heartbeat();

    /** The shortest time between two lists of who is online; two milliseconds are added for each person on the list. */
    @WithDefault("250ms")
    Duration presencePause();
}
