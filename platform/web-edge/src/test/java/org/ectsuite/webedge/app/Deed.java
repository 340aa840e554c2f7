package org.ectsuite.webedge.app;

import java.util.UUID;

/** What was done. */
record Deed(UUID id, String name) {}
