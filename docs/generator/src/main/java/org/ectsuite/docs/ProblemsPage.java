package org.ectsuite.docs;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ectsuite.docs.Repository.Module;

/** docs/reference/problems.md: the catalogue of problems, from the enumerations that implement ProblemType. */
final class ProblemsPage {

    private static final String INTRODUCTION = """
            # Problems

            This page is written by `./mvnw -f docs/generator/pom.xml test -Ddocs.write=true` from the sources; the build fails
            when it is stale.

            Whatever goes wrong is answered with `application/problem+json` (RFC 9457):

            ```json
            {
              "type": "urn:ect:problem:validation-failed",
              "code": "validation-failed",
              "title": "The request does not fit the rules",
              "status": 400,
              "detail": "At least one field does not fit the rules.",
              "instance": "01a20112-fc59-726a-9c9c-cf587a93a075",
              "errors": [{"field": "frequencies[1].mode", "message": "must be one of FM, SSB"}]
            }
            ```

            `code` is stable: compare it, not the texts. `instance` is the request id; the response carries it as `X-Request-Id`
            too, and the log of the service knows it. `errors` is there where fields are to blame. Some problems have members of their
            own, which their meaning names. Protocol endpoints keep their protocol's bodies (RFC 6749 at the token endpoint).

            """;

    private record Entry(String code, int status, String title, String meaning) {}

    private final Repository repository;

    ProblemsPage(Repository repository) {
        this.repository = repository;
    }

    /** The page. */
    String write() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        Set<String> common = new HashSet<>();
        page.append("## Every service\n\n");
        for (Module module : repository.platform()) {
            section(page, module, common);
        }
        for (Module service : repository.services()) {
            page.append("## ").append(service.name()).append("\n\n");
            section(page, service, new HashSet<>(common));
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static void section(StringBuilder page, Module module, Set<String> taken) {
        JavaSources sources = JavaSources.of(module.sources());
        List<Entry> entries = new ArrayList<>();
        sources.types().stream()
                .filter(type -> type.is(Tree.Kind.ENUM) && type.implementsType("ProblemType"))
                .forEach(type -> ConfigurationPage.constants(type.tree())
                        .forEach(constant -> entries.add(entry(sources, type, constant))));
        for (Entry entry : entries) {
            if (!taken.add(entry.code())) {
                throw new IllegalStateException(module.name() + " has two problems " + entry.code());
            }
        }
        if (entries.isEmpty()) {
            return;
        }
        page.append(Markdown.head("Code", "Status", "Title", "Meaning"));
        entries.forEach(entry -> page.append(Markdown.row(
                List.of(Markdown.code(entry.code()), String.valueOf(entry.status()), entry.title(), entry.meaning()))));
        page.append('\n');
    }

    private static Entry entry(JavaSources sources, JavaSources.Type type, VariableTree constant) {
        String name = type.name() + "." + constant.getName();
        List<? extends ExpressionTree> arguments =
                constant.getInitializer() instanceof NewClassTree call ? call.getArguments() : List.of();
        if (arguments.size() != 2) {
            throw new IllegalStateException(name + " must be written as NAME(status, \"Title\")");
        }
        String meaning = sources.documentation(type, constant);
        if (meaning.isEmpty()) {
            throw new IllegalStateException(name + " has no documentation");
        }
        int status = Integer.parseInt(Literals.text(arguments.getFirst()));
        if (status < 400 || status > 599) {
            throw new IllegalStateException(name + " has the status " + status + ", which is no error");
        }
        String code = constant.getName().toString().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Entry(code, status, Literals.text(arguments.get(1)), meaning);
    }
}
