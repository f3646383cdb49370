package io.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * What is public says in a sentence what its caller cannot see: shapes, units, errors, the source. The compiler's own check
 * (doclint) would ask for a line for each parameter as well, and be filled with what the names say already.
 */
@OneJdk
class JavadocTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void whatIsPublicSaysWhatItIs() throws IOException {
        List<String> silent = new ArrayList<>();
        int[] seen = {0};
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(SOURCES)) {
            List<Path> sources = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees comments = DocTrees.instance(task);
            for (CompilationUnitTree source : task.parse()) {
                new Scan(source, comments, silent, seen).scan(source, null);
            }
        }
        assertThat(seen[0]).as("public types and methods").isGreaterThan(1500);
        assertThat(silent).as("public, and without a sentence").isEmpty();
    }

    /** Goes through one file. */
    private static final class Scan extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree source;
        private final DocTrees comments;
        private final List<String> silent;
        private final int[] seen;

        Scan(CompilationUnitTree source, DocTrees comments, List<String> silent, int[] seen) {
            this.source = source;
            this.comments = comments;
            this.silent = silent;
            this.seen = seen;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            Tree around = getCurrentPath().getParentPath().getLeaf();
            if (!isPublic(type.getModifiers()) && !isInterface(around)) {
                return null;
            }
            look(type, type.getSimpleName().toString());
            for (Tree member : type.getMembers()) {
                if (member instanceof ClassTree inner) {
                    scan(inner, null);
                } else if (member instanceof MethodTree method && asks(type, method)) {
                    look(method, type.getSimpleName() + "." + method.getName());
                }
            }
            return null;
        }

        private void look(Tree tree, String name) {
            seen[0]++;
            if (comments.getDocComment(TreePath.getPath(source, tree)) == null) {
                long at = comments.getSourcePositions().getStartPosition(source, tree);
                silent.add(source.getSourceFile().getName() + ":"
                        + source.getLineMap().getLineNumber(at) + " " + name);
            }
        }

        private boolean asks(ClassTree type, MethodTree method) {
            boolean seenFromOutside = isPublic(method.getModifiers())
                    || isInterface(type) && !method.getModifiers().getFlags().contains(Modifier.PRIVATE);
            return seenFromOutside
                    && method.getReturnType() != null
                    && !isOverride(method)
                    && !isAccessor(method)
                    && !isAnswer(method)
                    && !isCopy(method)
                    && !isAllThereIs(type, method)
                    && !isOfTheSandbox();
        }

        private static boolean isPublic(ModifiersTree modifiers) {
            return modifiers.getFlags().contains(Modifier.PUBLIC);
        }

        private static boolean isInterface(Tree tree) {
            return tree.getKind() == Tree.Kind.INTERFACE || tree.getKind() == Tree.Kind.ANNOTATION_TYPE;
        }

        /** What it says stands at what it overrides. */
        private static boolean isOverride(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(note -> note.getAnnotationType().toString().equals("Override"));
        }

        /** Hands out a field by its name, like the component of a record. */
        private static boolean isAccessor(MethodTree method) {
            return method.getParameters().isEmpty()
                    && method.getBody() != null
                    && method.getBody().toString().matches("(?s)\\{\\s*return [a-zA-Z]+;\\s*\\}");
        }

        /** The same record with one component otherwise. */
        private static boolean isCopy(MethodTree method) {
            return method.getName().toString().matches("with[A-Z].*")
                    && method.getParameters().size() == 1;
        }

        /** Answers an address of the console: {@code Routes} says which, and to whom. */
        private static boolean isAnswer(MethodTree method) {
            return method.getParameters().size() == 1
                    && method.getParameters().get(0).getType().toString().equals("Context")
                    && method.getReturnType().toString().equals("void");
        }

        /** The one method of an interface, which has its sentence there. */
        private static boolean isAllThereIs(ClassTree type, MethodTree method) {
            return isInterface(type)
                    && method.getBody() == null
                    && type.getMembers().stream()
                                    .filter(member -> member instanceof MethodTree other && other.getBody() == null)
                                    .count()
                            == 1;
        }

        /** Members of things of a simulated AWS are named as AWS names them. */
        private boolean isOfTheSandbox() {
            return source.getPackageName().toString().startsWith("io.exhibit.sandbox");
        }
    }
}
