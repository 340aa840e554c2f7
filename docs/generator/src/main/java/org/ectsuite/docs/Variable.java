package org.ectsuite.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ectsuite.docs.Repository.Module;

/**
 * An environment variable that configuration reads.
 *
 * @param name {@code ECT_...}
 * @param required there is no default
 * @param defaultValue what holds without it, possibly nothing
 * @param explanation the line {@code # ECT_...: explanation} of a properties file; empty if there is none
 * @param comment the comment right above its first use; empty if there is none
 * @param properties the properties that it sets
 */
record Variable(
        String name,
        boolean required,
        String defaultValue,
        String explanation,
        String comment,
        List<String> properties) {

    private static final List<String> FILES =
            List.of("META-INF/microprofile-config.properties", "application.properties");
    private static final Pattern USE = Pattern.compile("\\$\\{(ECT_[A-Z0-9_]+)(:([^}]*))?}");
    private static final Pattern EXPLAINED = Pattern.compile("# (ECT_[A-Z0-9_]+): (.*)");
    private static final String HEADING = "# ----";

    /** The variables in a module's properties files, in the order of their first use. */
    static List<Variable> of(Module module) {
        Map<String, Variable> found = new LinkedHashMap<>();
        for (String file : FILES) {
            Path path = module.folder().resolve("src/main/resources").resolve(file);
            if (Files.exists(path)) {
                try {
                    read(Files.readAllLines(path), found);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** The variables in a value, which sets this property. */
    static List<Variable> in(String value, String property, String explanation) {
        Map<String, Variable> found = new LinkedHashMap<>();
        uses(value, property, explanation, "", found);
        return List.copyOf(found.values());
    }

    private static void read(List<String> lines, Map<String, Variable> found) {
        Map<String, String> explained = new HashMap<>();
        StringBuilder comment = new StringBuilder();
        for (String line : lines) {
            Matcher explanation = EXPLAINED.matcher(line);
            if (explanation.matches()) {
                explained.put(explanation.group(1), explanation.group(2));
            } else if (line.startsWith("#") && !line.startsWith(HEADING)) {
                comment.append(' ').append(line.substring(1).strip());
            } else {
                // A profile's value is not what runs in production.
                if (line.indexOf('=') > 0 && !line.startsWith("%")) {
                    int equals = line.indexOf('=');
                    uses(
                            line.substring(equals + 1),
                            line.substring(0, equals).strip(),
                            "",
                            comment.toString().strip().replace("(build) ", ""),
                            found);
                }
                comment.setLength(0);
            }
        }
        explained.forEach((name, text) -> found.computeIfPresent(
                name,
                (_, variable) -> new Variable(
                        name, variable.required, variable.defaultValue, text, variable.comment, variable.properties)));
    }

    private static void uses(
            String value, String property, String explanation, String comment, Map<String, Variable> found) {
        Matcher use = USE.matcher(value);
        while (use.find()) {
            String name = use.group(1);
            boolean required = use.group(2) == null;
            Variable known = found.get(name);
            if (known == null) {
                found.put(
                        name,
                        new Variable(
                                name, required, required ? "" : use.group(3), explanation, comment, List.of(property)));
            } else {
                List<String> properties = new ArrayList<>(known.properties);
                properties.add(property);
                found.put(
                        name,
                        new Variable(
                                name,
                                known.required || required,
                                known.defaultValue,
                                known.explanation,
                                known.comment,
                                List.copyOf(properties)));
            }
        }
    }
}
