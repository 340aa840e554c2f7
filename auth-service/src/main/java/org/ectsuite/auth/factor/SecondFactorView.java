package org.ectsuite.auth.factor;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody has a second factor.
 *
 * @param since when it was set up; absent if there is none
 * @param recoveryCodesLeft how many recovery codes are not used yet
 */
@Schema(name = "SecondFactor")
record SecondFactorView(@Nullable Instant since, int recoveryCodesLeft) {}
