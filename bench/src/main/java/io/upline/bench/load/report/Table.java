package io.upline.bench.load.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Gathers the lines, and prints them as a table that is plain to read and Markdown too. What goes on meanwhile is
/// said on the way.
public final class Table {
    private static final String[] HEAD = {"what", "members", "measured", "ceiling", "ratio", "bar", "ok"};

    private final List<Row> rows = new ArrayList<>();
    private final PrintStream progress;

    /// A table without lines.
    ///
    /// @param progress where progress is said
    public Table(PrintStream progress) {
        this.progress = progress;
    }

    /// Adds a line.
    public void add(Row row) {
        rows.add(row);
        say(String.join("  ", row.cells()));
    }

    /// Says what goes on.
    public void say(String sentence) {
        progress.println(sentence);
    }

    /// Whether every bar is met.
    public boolean isMet() {
        return rows.stream().allMatch(Row::ok);
    }

    /// All lines, in columns of equal width.
    public String text() {
        var lines = new ArrayList<String[]>();
        lines.add(HEAD);
        rows.forEach(row -> lines.add(row.cells()));
        var widths = IntStream.range(0, HEAD.length)
                .map(column -> lines.stream()
                        .mapToInt(line -> line[column].length())
                        .max()
                        .orElse(0))
                .toArray();
        lines.add(1, IntStream.of(widths).mapToObj("-"::repeat).toArray(String[]::new));
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line(line, widths)));
        return text.toString();
    }

    private static String line(String[] cells, int[] widths) {
        var line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            line.append(' ')
                    .append(cells[column])
                    .append(" ".repeat(widths[column] - cells[column].length()))
                    .append(" |");
        }
        return line.append('\n').toString();
    }
}
