package io.upline.service.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Every Java file of every module, read by the JDK's own compiler.
final class Sources {
    /// The repository: tests run in their module's folder.
    static final Path REPOSITORY =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    private Sources() {}

    /// In the order of their paths.
    static List<Source> all() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var paths = Files.walk(REPOSITORY)) {
            var sources = paths.filter(Sources::isOurs).sorted().toList();
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            return Stream.iterate(task.parse().iterator(), units -> units.hasNext(), units -> units)
                    .map(units -> source(task, units.next()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source source(JavacTask task, CompilationUnitTree unit) {
        try {
            return new Source(
                    REPOSITORY.relativize(Path.of(unit.getSourceFile().toUri())),
                    unit.getSourceFile().getCharContent(true).toString(),
                    Source.declarationsOf(task, unit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path path) {
        var inside = REPOSITORY.relativize(path).toString();
        return inside.endsWith(".java") && inside.matches("[a-z]+/src/(main|test)/java/.*");
    }
}
