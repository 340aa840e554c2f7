package org.ectsuite.auth.signin;

import java.util.List;

/**
 * What somebody can show as a second factor.
 *
 * @param codes whether he has an authenticator
 * @param passkeys ids of his passkeys in base64url
 */
record Means(boolean codes, List<String> passkeys) {

    boolean any() {
        return codes || !passkeys.isEmpty();
    }
}
