package org.ectsuite.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Sealing of the audit trail. */
@ConfigMapping(prefix = "ect.audit")
interface AuditConfig {

    /** How often rows are sealed. A row is sealed one to two such spans after every older transaction has ended. */
    @WithDefault("10s")
    Duration sealEvery();

    /** How many rows one seal covers at most. */
    @WithDefault("1000")
    int rowsPerSeal();

    /** How many findings one verification reports at most. */
    @WithDefault("100")
    int findings();
}
