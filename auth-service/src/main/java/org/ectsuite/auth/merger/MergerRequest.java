package org.ectsuite.auth.merger;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The account that another goes into. */
record MergerRequest(@NotNull UUID into) {}
