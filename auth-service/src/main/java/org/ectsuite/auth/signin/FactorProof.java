package org.ectsuite.auth.signin;

import org.ectsuite.auth.passkey.PasskeyAnswer;
import org.jspecify.annotations.Nullable;

/** What somebody shows as a second factor. */
sealed interface FactorProof {

    /** A code that he typed. */
    record Code(@Nullable String typed) implements FactorProof {
        @Override
        public String toString() {
            return "Code[hidden]";
        }
    }

    /**
     * A passkey.
     *
     * @param holder what only this browser has
     */
    record Passkey(PasskeyAnswer answer, String holder) implements FactorProof {}
}
