package org.ectsuite.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.ectsuite.docs.Repository.Module;

/** docs/reference/configuration.md: every property and every variable, from the sources that read them. */
final class ConfigurationPage {

    private static final String INTRODUCTION = """
            # Configuration reference

            This page is written by `./mvnw -f docs/generator/pom.xml test -Ddocs.write=true` from the sources; the build fails
            when it is stale.

            Each service takes its configuration from, in this order: system properties (`-Dect.web.limit.sign-in-per-minute=5`),
            environment variables, `config/application.properties` in its working directory, and the defaults below. The
            variable of a property is its name in capitals with every other character turned into an underscore:
            `ect.web.limit.sign-in-per-minute` is `ECT_WEB_LIMIT_SIGN_IN_PER_MINUTE`. A value may refer to others:
            `${name:default}`. Durations are written as `10s`, `15m`, `24h`, `7d`, or in ISO 8601 (`PT10M`).

            """;

    private final Repository repository;
    private final JavaSources sources;

    ConfigurationPage(Repository repository) {
        this.repository = repository;
        List<Path> files = new ArrayList<>();
        repository.platform().forEach(module -> files.addAll(module.sources()));
        repository.services().forEach(module -> files.addAll(module.sources()));
        this.sources = JavaSources.of(files);
    }

    /** A property of a mapping. */
    private record Property(
            String name, String form, Optional<String> defaultValue, boolean optional, String meaning) {}

    /** A mapping with its properties. */
    private record Mapping(String prefix, String meaning, List<Property> properties) {}

    /** The page. */
    String write() {
        List<Mapping> shared = repository.platform().stream()
                .flatMap(module -> mappings(module).stream())
                .toList();
        Map<String, String> meanings = new HashMap<>();
        List<Variable> everywhere = new ArrayList<>();
        repository.platform().forEach(module -> everywhere.addAll(Variable.of(module)));
        for (Mapping mapping : shared) {
            for (Property property : mapping.properties()) {
                Variable.in(property.defaultValue().orElse(""), property.name(), property.meaning()).stream()
                        .filter(variable -> everywhere.stream()
                                .noneMatch(known -> known.name().equals(variable.name())))
                        .forEach(everywhere::add);
            }
        }
        everywhere.forEach(variable -> meanings.put(variable.name(), meaning(variable, List.of(), Map.of())));

        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("## Every service\n\n");
        variables(page, everywhere, shared, meanings);
        shared.forEach(mapping -> write(page, mapping));
        for (Module service : repository.services()) {
            List<Mapping> own = mappings(service);
            page.append("## ").append(service.name()).append("\n\n");
            variables(page, Variable.of(service), own, meanings);
            own.forEach(mapping -> write(page, mapping));
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static void variables(
            StringBuilder page, List<Variable> variables, List<Mapping> mappings, Map<String, String> shared) {
        if (variables.isEmpty()) {
            return;
        }
        page.append(Markdown.head("Variable", "Default", "Meaning", "Sets"));
        for (Variable variable : variables) {
            page.append(Markdown.row(List.of(
                    Markdown.code(variable.name()),
                    variable.required() ? "**required**" : Markdown.code(variable.defaultValue()),
                    meaning(variable, mappings, shared),
                    variable.properties().stream().map(Markdown::code).collect(Collectors.joining(", ")))));
        }
        page.append('\n');
    }

    /** What was written for it, else what is known of it everywhere, else of its property, else the comment above. */
    private static String meaning(Variable variable, List<Mapping> mappings, Map<String, String> shared) {
        List<String> candidates = new ArrayList<>();
        candidates.add(variable.explanation());
        candidates.add(shared.getOrDefault(variable.name(), ""));
        mappings.stream()
                .flatMap(mapping -> mapping.properties().stream())
                .filter(property -> variable.properties().stream()
                        .map(name -> name.replaceAll("\"[^\"]+\"", "\"<key>\""))
                        .anyMatch(property.name()::equals))
                .forEach(property -> candidates.add(property.meaning()));
        candidates.add(variable.comment());
        return candidates.stream()
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Nobody says what " + variable.name() + " is: write '# " + variable.name() + ": …' above it"));
    }

    private static void write(StringBuilder page, Mapping mapping) {
        page.append("### `").append(mapping.prefix()).append("`\n\n");
        page.append(mapping.meaning()).append("\n\n");
        page.append(Markdown.head("Property", "Value", "Default", "Meaning"));
        for (Property property : mapping.properties()) {
            page.append(Markdown.row(List.of(
                    Markdown.code(property.name()),
                    property.form(),
                    property.defaultValue().map(Markdown::code).orElse(property.optional() ? "–" : "**required**"),
                    property.meaning())));
        }
        page.append('\n');
    }

    private List<Mapping> mappings(Module module) {
        return sources.types().stream()
                .filter(type -> Path.of(type.file().getSourceFile().toUri()).startsWith(module.folder()))
                .filter(type -> prefix(type).isPresent())
                .map(type -> mapping(type, prefix(type).orElseThrow()))
                .sorted(Comparator.comparing(Mapping::prefix))
                .toList();
    }

    private Mapping mapping(JavaSources.Type type, String prefix) {
        List<Property> properties = new ArrayList<>();
        members(type, prefix, properties);
        return new Mapping(prefix, documented(type, type.tree()), properties);
    }

    private void members(JavaSources.Type type, String prefix, List<Property> properties) {
        for (Tree member : type.tree().getMembers()) {
            if (member instanceof MethodTree method && isProperty(method)) {
                member(type, method, name(prefix, method), properties);
            }
        }
    }

    private void member(JavaSources.Type type, MethodTree method, String name, List<Property> properties) {
        Tree value = method.getReturnType();
        String property = name;
        // Of a map nothing has to be given; of a group in a map, what the group says.
        boolean optional = String.valueOf(value).matches("(Optional|Map\\b).*");
        while (value instanceof ParameterizedTypeTree generic) {
            String outer = generic.getType().toString();
            if (outer.equals("Map")) {
                property += ".\"<key>\"";
                value = generic.getTypeArguments().get(1);
            } else if (outer.equals("Optional")) {
                value = generic.getTypeArguments().getFirst();
            } else {
                break;
            }
        }
        Optional<JavaSources.Type> group =
                sources.find(String.valueOf(value), type).filter(found -> found.is(Tree.Kind.INTERFACE));
        if (group.isPresent()) {
            members(group.get(), property, properties);
            return;
        }
        properties.add(new Property(
                property,
                form(String.valueOf(value), type),
                Literals.annotation(method.getModifiers(), "WithDefault")
                        .flatMap(annotation -> Literals.argument(annotation, "value")),
                optional,
                documented(type, method)));
    }

    /** A property whose meaning nobody wrote down is a defect of the sources. */
    private String documented(JavaSources.Type type, Tree member) {
        String text = sources.documentation(type, member);
        if (text.isEmpty()) {
            String name = member instanceof MethodTree method ? "." + method.getName() : "";
            throw new IllegalStateException(type.packageName() + "." + type.name() + name + " has no documentation");
        }
        return text;
    }

    private String form(String javaType, JavaSources.Type from) {
        int generic = javaType.indexOf('<');
        if (generic > 0) {
            return "list of: " + form(javaType.substring(generic + 1, javaType.length() - 1), from);
        }
        return switch (javaType) {
            case "int", "long", "Integer", "Long", "OptionalInt", "OptionalLong" -> "whole number";
            case "double", "float", "OptionalDouble" -> "number";
            case "boolean", "Boolean" -> "`true` or `false`";
            case "String" -> "text";
            case "Duration" -> "duration";
            case "Path" -> "path";
            case "URI", "URL" -> "address";
            case "ZoneId" -> "time zone";
            case "MemorySize" -> "size, like `1M`";
            default ->
                sources.find(javaType, from)
                        .filter(found -> found.is(Tree.Kind.ENUM))
                        .map(ConfigurationPage::choices)
                        .orElse(javaType);
        };
    }

    private static String choices(JavaSources.Type choice) {
        return constants(choice.tree())
                .map(constant -> "`"
                        + constant.getName().toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                .collect(Collectors.joining(", "));
    }

    static Stream<VariableTree> constants(ClassTree enumeration) {
        return enumeration.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                // The parser gives each constant the type of its enumeration and an initialiser, like no other field.
                .filter(field -> field.getType() != null
                        && field.getType()
                                .toString()
                                .equals(enumeration.getSimpleName().toString())
                        && field.getInitializer() instanceof NewClassTree);
    }

    private static boolean isProperty(MethodTree method) {
        ModifiersTree modifiers = method.getModifiers();
        return method.getParameters().isEmpty()
                && !modifiers.getFlags().contains(Modifier.STATIC)
                && !modifiers.getFlags().contains(Modifier.DEFAULT);
    }

    private static Optional<String> prefix(JavaSources.Type type) {
        return Literals.annotation(type.tree().getModifiers(), "ConfigMapping")
                .flatMap(annotation -> Literals.argument(annotation, "prefix"));
    }

    private static String name(String prefix, MethodTree method) {
        ModifiersTree modifiers = method.getModifiers();
        if (Literals.annotation(modifiers, "WithParentName").isPresent()) {
            return prefix;
        }
        Optional<? extends AnnotationTree> named = Literals.annotation(modifiers, "WithName");
        return prefix + "."
                + named.flatMap(annotation -> Literals.argument(annotation, "value"))
                        .orElseGet(() -> kebab(method.getName().toString()));
    }

    /** {@code signInPerMinute} as {@code sign-in-per-minute}. */
    static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
