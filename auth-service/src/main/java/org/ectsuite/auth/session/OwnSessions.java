package org.ectsuite.auth.session;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The living sessions of somebody.
 *
 * @param items the one used last first
 */
@Schema(name = "Sessions")
record OwnSessions(List<OwnSession> items) {}
