package org.ectsuite.media.library;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;

/** What a library was set to, for the audit trail. */
@RegisterForReflection
record LibrarySettings(String key, String name, LibraryKind kind, boolean configured, Set<String> roles) {}
