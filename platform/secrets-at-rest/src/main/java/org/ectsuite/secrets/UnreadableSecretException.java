package org.ectsuite.secrets;

/** A sealed secret cannot be opened: sealed under a key that is not in the keyset, for another context, or changed. */
public class UnreadableSecretException extends RuntimeException {

    UnreadableSecretException(String what) {
        super(what);
    }
}
