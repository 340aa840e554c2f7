package org.ectsuite.auth.owndata;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the service keeps for somebody, without secrets.
 *
 * @param parts by name: account, sessions, apiKeys and so on
 */
@Schema(name = "OwnData")
record OwnData(Instant exportedAt, Map<String, Object> parts) {}
