package org.ectsuite.webedge.app;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request with a field of each kind. */
record Order(
        @NotBlank @Size(max = 20) String name,
        int count,
        boolean urgent,
        Mode mode,
        @Nullable UUID reference,
        @Nullable Instant due,
        @Nullable @Valid List<Line> lines) {

    enum Mode {
        FM,
        SSB
    }

    record Line(
            @NotNull @Size(max = 5) String text, @Nullable Double weight) {}
}
