package org.ectsuite.auth.device;

import java.time.Duration;
import org.ectsuite.auth.opaque.OpaqueToken;

/**
 * What a device gets to begin with.
 *
 * @param userCode for people to read, with its dash
 * @param life how long both codes are good
 * @param pause how long to wait between two questions
 */
public record DeviceStart(OpaqueToken deviceCode, String userCode, Duration life, Duration pause) {}
