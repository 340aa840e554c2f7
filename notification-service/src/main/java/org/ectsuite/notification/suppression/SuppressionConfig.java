package org.ectsuite.notification.suppression;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** For how long addresses get no mail after it came back from them. */
@ConfigMapping(prefix = "ect.notification.suppression")
interface SuppressionConfig {

    /** After a server said for good that there is no such mailbox; mailboxes are mended, and addresses given anew. */
    @WithDefault("180D")
    Duration hardBounce();

    /** After mail came back several times for reasons that may pass, such as a full mailbox. */
    @WithDefault("30D")
    Duration softBounces();

    /** How many mails must have come back for reasons that may pass. */
    @WithDefault("3")
    int softBounceLimit();

    /** Within which time they must have come back. */
    @WithDefault("30D")
    Duration softBounceWindow();
}
