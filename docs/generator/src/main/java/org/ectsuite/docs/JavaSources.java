package org.ectsuite.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Parsed Java files: their types and the documentation of their members. Nothing is compiled. */
final class JavaSources {

    /** A type in its file. */
    record Type(CompilationUnitTree file, ClassTree tree) {

        String name() {
            return tree.getSimpleName().toString();
        }

        String packageName() {
            return String.valueOf(file.getPackageName());
        }

        boolean is(Tree.Kind kind) {
            return tree.getKind() == kind;
        }

        boolean implementsType(String simpleName) {
            return tree.getImplementsClause().stream()
                    .anyMatch(type -> type.toString().equals(simpleName));
        }
    }

    private final List<Type> types = new ArrayList<>();
    private final @Nullable DocTrees docs;

    private JavaSources(Collection<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (files.isEmpty()) {
            docs = null;
            return;
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            docs = DocTrees.instance(task);
            for (CompilationUnitTree file : task.parse()) {
                collect(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JavaSources of(Collection<Path> files) {
        return new JavaSources(files);
    }

    /** All types, nested ones included, in the order of files and text. */
    List<Type> types() {
        return List.copyOf(types);
    }

    /** The type of this simple name that is nearest: inside the given one, in its package, or anywhere. */
    Optional<Type> find(String simpleName, Type from) {
        Optional<Type> nested = from.tree().getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(member -> new Type(from.file(), (ClassTree) member))
                .filter(type -> type.name().equals(simpleName))
                .findFirst();
        return nested.or(() -> named(simpleName)
                        .filter(type -> type.packageName().equals(from.packageName()))
                        .findFirst())
                .or(() -> named(simpleName).findFirst());
    }

    /** The documentation of a member of a type, as Markdown in one paragraph. */
    String documentation(Type type, Tree member) {
        DocTrees trees = docs;
        TreePath path = TreePath.getPath(type.file(), member);
        DocCommentTree comment = trees == null || path == null ? null : trees.getDocCommentTree(path);
        return comment == null ? "" : Markdown.of(comment);
    }

    private Stream<Type> named(String simpleName) {
        return types.stream().filter(type -> type.name().equals(simpleName));
    }

    private void collect(CompilationUnitTree file) {
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
                types.add(new Type(file, tree));
                return super.visitClass(tree, null);
            }
        }.scan(file, null);
    }
}
