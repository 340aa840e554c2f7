package org.ectsuite.auth.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A wish for a new secret of a key.
 *
 * @param overlapHours for so long the old secret is good, too; 0 ends it at once, with all tokens got by it
 */
@Schema(name = "ApiKeyRotation")
record KeyRotation(@Min(0) @Max(168) int overlapHours) {}
