package org.ectsuite.ectlog.net;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is what in a net.
 *
 * @param userId the account
 * @param name the display name
 * @param callsign the callsign, or null
 * @param role the role in this net
 */
@Schema(name = "NetRole")
public record NetRoleView(
        UUID userId, String name, @Nullable String callsign, RoleKind role) {}
