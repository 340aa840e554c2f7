package org.ectsuite.media.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ectsuite.tokensecurity.Roles;

/** A library as configured and found sound. */
record LibraryDefinition(String key, String name, LibraryKind kind, Path root, Set<String> roles) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
    private static final int MAX_NAME = 100;
    private static final Set<String> ROLES = Set.of(Roles.USER, Roles.LOGGER, Roles.NCS, Roles.ADMIN);

    /** A mistake in the configuration. */
    record Mistake(String property, String message) {}

    /** The libraries by key, and what is wrong with the rest. */
    record Checked(List<LibraryDefinition> libraries, List<Mistake> mistakes) {}

    static Checked check(Map<String, LibrariesConfig.Library> configured) {
        List<LibraryDefinition> libraries = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        new TreeMap<>(configured).forEach((key, library) -> {
            String property = "ect.media.libraries.\"" + key + "\"";
            String name = library.name()
                    .map(String::strip)
                    .filter(given -> !given.isEmpty())
                    .orElse(key);
            int before = mistakes.size();
            if (!KEY.matcher(key).matches()) {
                mistakes.add(new Mistake(property, "a key has small letters, digits and hyphens, at most 50"));
            }
            if (!library.path().isAbsolute()) {
                mistakes.add(new Mistake(property + ".path", "must be absolute"));
            }
            if (name.length() > MAX_NAME) {
                mistakes.add(new Mistake(property + ".name", "has at most 100 characters"));
            }
            if (library.roles().isEmpty() || !ROLES.containsAll(library.roles())) {
                mistakes.add(new Mistake(property + ".roles", "must be some of USER, LOGGER, NCS, ADMIN"));
            }
            Path root = library.path().normalize();
            for (LibraryDefinition other : libraries) {
                // A file in two libraries would be shown to those who may see either.
                if (root.startsWith(other.root) || other.root.startsWith(root)) {
                    mistakes.add(new Mistake(property + ".path", "lies within, around or at library " + other.key));
                }
            }
            if (mistakes.size() == before) {
                libraries.add(new LibraryDefinition(key, name, library.kind(), root, new TreeSet<>(library.roles())));
            }
        });
        return new Checked(List.copyOf(libraries), List.copyOf(mistakes));
    }
}
