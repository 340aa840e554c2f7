package org.ectsuite.auth.keys;

import java.security.PublicKey;
import java.util.Map;

/**
 * What a process needs of the signing keys.
 *
 * @param active signs, one of each algorithm
 * @param jwks the published key set as JSON (RFC 7517)
 * @param known the public parts by kid, of keys that are gone, too: an old ID token still hints at its person; of those
 *     that were revoked nothing is known
 */
record KeyRing(Map<SigningAlgorithm, SigningKey> active, String jwks, Map<String, PublicKey> known) {}
