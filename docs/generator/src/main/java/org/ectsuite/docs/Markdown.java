package org.ectsuite.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import java.util.List;

/** Documentation comments and tables as Markdown. */
final class Markdown {

    private Markdown() {}

    /** What a documentation comment says before its tags. */
    static String of(DocCommentTree comment) {
        StringBuilder text = new StringBuilder();
        for (DocTree part : comment.getFullBody()) {
            text.append(
                    switch (part) {
                        case LiteralTree literal -> "`" + literal.getBody().getBody() + "`";
                        case LinkTree link -> "`" + link.getReference().getSignature() + "`";
                        case EntityTree entity -> "&" + entity.getName() + ";";
                        case TextTree words -> words.getBody();
                        // Paragraphs and emphasis: a table cell has neither.
                        default -> " ";
                    });
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    /** A row of a table. */
    static String row(List<String> cells) {
        return "| " + String.join(" | ", cells.stream().map(Markdown::cell).toList()) + " |\n";
    }

    /** The head of a table. */
    static String head(String... titles) {
        return row(List.of(titles)) + "|" + " --- |".repeat(titles.length) + "\n";
    }

    /** A value as code, or a dash. */
    static String code(String value) {
        return value.isEmpty() ? "–" : "`" + value + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
