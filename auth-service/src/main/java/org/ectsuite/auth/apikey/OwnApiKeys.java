package org.ectsuite.auth.apikey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody's API keys.
 *
 * @param items newest first; expired ones too, revoked ones not
 * @param grantable the scopes that the owner may give to a key
 */
@Schema(name = "ApiKeys")
record OwnApiKeys(List<ApiKeyView> items, List<String> grantable) {}
