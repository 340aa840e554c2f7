package org.ectsuite.auth.session;

/** What a client's refresh token yields. */
public sealed interface ClientRenewal {

    /** New tokens. */
    record Renewed(ClientTokens tokens) implements ClientRenewal {}

    /** There is no such session of this client, or it is over. */
    record NoSession() implements ClientRenewal {}

    /** More was asked for than the person has agreed to. */
    record TooMuch() implements ClientRenewal {}

    /** The token was used before; the session has ended now. */
    record Reused() implements ClientRenewal {}
}
