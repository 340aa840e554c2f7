package org.ectsuite.auth.social;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who else may say who somebody is. The order is that of the buttons. */
enum Provider {
    GOOGLE("Google"),
    MICROSOFT("Microsoft"),
    GITHUB("GitHub");

    private final String title;

    Provider(String title) {
        this.title = title;
    }

    /** As people know it. */
    String title() {
        return title;
    }

    /** As it stands in paths. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Provider> of(@Nullable String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
