package org.ectsuite.auth.client;

/** How a program shows at the token endpoint who it is. */
public enum ClientAuthentication {
    /** Not at all: whoever can read the program can read what it knows (RFC 6749 section 2.1, public clients). */
    NONE,
    /** By a secret, in the header or in the form. */
    SECRET,
    /** By a signature with its own key (RFC 7523 section 2.2). */
    PRIVATE_KEY_JWT
}
