package org.ectsuite.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParenthesizedTree;
import java.util.Optional;

/** Values that stand in the source as they are. */
final class Literals {

    private Literals() {}

    /** The value of a literal, or of several that are added up. */
    static String text(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case ParenthesizedTree inner -> text(inner.getExpression());
            case BinaryTree sum -> text(sum.getLeftOperand()) + text(sum.getRightOperand());
            default ->
                throw new IllegalArgumentException(
                        "'" + expression + "' must be a literal, so that the reference can show it");
        };
    }

    /** The annotation of this simple name. */
    static Optional<? extends AnnotationTree> annotation(ModifiersTree modifiers, String simpleName) {
        return modifiers.getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(simpleName))
                .findFirst();
    }

    /** An argument of an annotation. */
    static Optional<String> argument(AnnotationTree annotation, String name) {
        return annotation.getArguments().stream()
                .filter(argument -> argument instanceof AssignmentTree assignment
                        ? assignment.getVariable().toString().equals(name)
                        : name.equals("value"))
                .map(argument -> text(argument instanceof AssignmentTree a ? a.getExpression() : argument))
                .findFirst();
    }
}
