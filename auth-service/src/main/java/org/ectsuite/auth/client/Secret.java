package org.ectsuite.auth.client;

import org.apache.commons.codec.digest.DigestUtils;

/** Hashes secrets that nobody can guess, so that a plain hash will do. */
final class Secret {

    private Secret() {}

    static byte[] hash(String secret) {
        return DigestUtils.sha256(secret);
    }
}
