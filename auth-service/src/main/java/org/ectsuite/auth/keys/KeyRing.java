package org.ectsuite.auth.keys;

/**
 * What a process needs of the signing keys.
 *
 * @param active signs
 * @param jwks the published key set as JSON (RFC 7517)
 */
record KeyRing(SigningKey active, String jwks) {}
