package io.upline.service.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/// One file.
///
/// @param path below the repository
record Source(Path path, String text, Declarations declarations) {
    /// What is declared in it.
    ///
    /// @param methods constructors among them
    /// @param widestConstructor the most parameters that a constructor of a class has; records don't count
    /// @param hasBinaryFractions whether it names `double` or `float`
    /// @param hasSqlPutTogether whether it adds something to the beginning of an SQL statement
    record Declarations(
            List<Method> methods, int widestConstructor, boolean hasBinaryFractions, boolean hasSqlPutTogether) {}

    /// A method, and how many lines it has between its braces.
    record Method(String name, int lines) {}

    boolean isMain() {
        return path.toString().contains("/src/main/");
    }

    long lines() {
        return text.lines().count();
    }

    boolean isIn(String part) {
        return path.toString().contains(part);
    }

    static Declarations declarationsOf(JavacTask task, CompilationUnitTree unit) {
        var scanner = new Scanner(Trees.instance(task), unit);
        scanner.scan(unit, null);
        return new Declarations(
                scanner.methods, scanner.widestConstructor, scanner.binaryFractions, scanner.sqlPutTogether);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final List<Method> methods = new ArrayList<>();
        private int widestConstructor;
        private boolean binaryFractions;
        private boolean sqlPutTogether;

        Scanner(Trees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (method.getBody() != null) {
                methods.add(new Method(unit.getSourceFile().getName() + "#" + method.getName(), linesIn(method)));
            }
            var owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            if (method.getName().contentEquals("<init>") && owner.getKind() == Tree.Kind.CLASS) {
                widestConstructor =
                        Math.max(widestConstructor, method.getParameters().size());
            }
            return super.visitMethod(method, null);
        }

        private int linesIn(MethodTree method) {
            var positions = trees.getSourcePositions();
            var first = positions.getStartPosition(unit, method.getBody());
            var last = positions.getEndPosition(unit, method.getBody()) - 1;
            var lines = unit.getLineMap();
            return (int) Math.max(0, lines.getLineNumber(last) - lines.getLineNumber(first) - 1);
        }

        @Override
        public @Nullable Void visitPrimitiveType(PrimitiveTypeTree type, @Nullable Void nothing) {
            binaryFractions |=
                    type.getPrimitiveTypeKind() == TypeKind.DOUBLE || type.getPrimitiveTypeKind() == TypeKind.FLOAT;
            return super.visitPrimitiveType(type, null);
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree sum, @Nullable Void nothing) {
            sqlPutTogether |= sum.getLeftOperand() instanceof LiteralTree literal
                    && literal.getValue() instanceof String text
                    && text.strip().toUpperCase(Locale.ROOT).matches("(?s)(SELECT|INSERT|UPDATE|DELETE|WITH)\\s.*");
            return super.visitBinary(sum, null);
        }
    }
}
