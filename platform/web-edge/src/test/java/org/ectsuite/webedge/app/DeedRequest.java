package org.ectsuite.webedge.app;

import jakarta.validation.constraints.NotBlank;

/** A deed, how long it takes, and whether it fails at the end. */
record DeedRequest(@NotBlank String name, double seconds, boolean fails) {}
