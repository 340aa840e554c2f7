package org.ectsuite.auth.passkey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody's passkeys, newest first. */
@Schema(name = "OwnPasskeys")
record OwnPasskeys(List<PasskeyView> items) {}
