package org.ectsuite.secrets;

/** The configured keyset cannot be used; the message names the property and the place, never a value. */
public class MalformedKeysetException extends RuntimeException {

    MalformedKeysetException(int place, String what) {
        super("%s: entry %d: %s".formatted(SecretsConfig.KEYSET, place, what));
    }

    MalformedKeysetException(String what, Throwable cause) {
        super(SecretsConfig.KEYSET + ": " + what, cause);
    }
}
