package org.ectsuite.auth.apikey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key with a secret that was drawn just now, and is shown this once.
 *
 * @param secret the password of HTTP Basic at the token endpoint
 */
@Schema(name = "IssuedApiKey")
record IssuedApiKey(ApiKeyView key, String secret) {

    @Override
    public String toString() {
        return "IssuedApiKey[" + key.id() + "]";
    }
}
