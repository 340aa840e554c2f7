package org.ectsuite.auth.factor;

import java.time.Duration;
import org.ectsuite.auth.session.Factor;

/** What a typed code is worth. */
public sealed interface FactorVerdict {

    /** It is right, and used up now. */
    record Accepted(Factor factor) implements FactorVerdict {}

    /** It is not right, or was used already. */
    record Wrong() implements FactorVerdict {}

    /**
     * Nothing was looked at: there were too many wrong ones.
     *
     * @param rest until the next may come
     */
    record Paused(Duration rest) implements FactorVerdict {}
}
