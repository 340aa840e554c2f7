package org.ectsuite.ectlog.net;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.text.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * A role for somebody in a net.
 *
 * @param role the role
 * @param name how the log names the person
 * @param callsign the person's callsign
 */
@Schema(name = "RoleRequest")
record RoleRequest(
        @NotNull RoleKind role,

        @NotNull @Size(max = TextRules.NAME) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_MESSAGE) String name,

        @Size(max = 20) @Pattern(regexp = "[A-Z0-9/]{3,20}", message = "must be 3 to 20 of A-Z, 0-9 and /") @Nullable String callsign) {}
