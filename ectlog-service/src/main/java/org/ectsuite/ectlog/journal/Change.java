package org.ectsuite.ectlog.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What an event did to a thing.
 *
 * @param before the thing as it was; null if there was none, or if nothing but its presence changed
 * @param after the thing as it is now; null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record Change(@Nullable Object before, @Nullable Object after) {

    /** Something new, or back again. */
    public static Change to(Object after) {
        return new Change(null, after);
    }

    /** Something that was changed. */
    public static Change of(Object before, Object after) {
        return new Change(before, after);
    }

    /** Something that is gone. */
    public static Change from(Object before) {
        return new Change(before, null);
    }
}
