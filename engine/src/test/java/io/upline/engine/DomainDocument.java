package io.upline.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The worked examples as `docs/DOMAIN.md` tells them: below each heading `### Example N: …` a block of figures.
final class DomainDocument {
    private static final Path FILE = Path.of("..", "docs", "DOMAIN.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("^### Example (\\d+): .*?^```text\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private DomainDocument() {}

    /// The figures of each example, by its number.
    static SortedMap<Integer, String> figures() {
        SortedMap<Integer, String> figures = new TreeMap<>();
        for (MatchResult example : EXAMPLE.matcher(text()).results().toList()) {
            figures.put(Integer.valueOf(example.group(1)), example.group(2));
        }
        return figures;
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
