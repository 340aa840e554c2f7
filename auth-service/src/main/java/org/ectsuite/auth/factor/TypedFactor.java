package org.ectsuite.auth.factor;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody typed for a second factor. */
sealed interface TypedFactor {

    /** Longer than anything that is meant seriously. */
    int LONGEST = 64;

    Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    /**
     * A code of an authenticator.
     *
     * @param digits six
     */
    record Code(String digits) implements TypedFactor {
        @Override
        public String toString() {
            return "Code[hidden]";
        }
    }

    /** A recovery code. */
    record Recovery(RecoveryCode code) implements TypedFactor {}

    /** Empty if it can be neither. */
    static Optional<TypedFactor> parse(@Nullable String typed) {
        if (typed == null || typed.length() > LONGEST) {
            return Optional.empty();
        }
        String digits = typed.replaceAll("\\s", "");
        return SIX_DIGITS.matcher(digits).matches()
                ? Optional.of(new Code(digits))
                : RecoveryCode.parse(typed).map(Recovery::new);
    }
}
