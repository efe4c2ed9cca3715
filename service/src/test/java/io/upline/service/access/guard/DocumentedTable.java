package io.upline.service.access.guard;

import io.upline.service.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The table of `docs/ACCESS.md`: what people were told.
final class DocumentedTable {
    /// What a cell says.
    enum Cell {
        NO,
        YES,
        SELF,
        DOWNLINE,
        OWN
    }

    private static final Path FILE = Path.of("..", "docs", "ACCESS.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+ /[^`]*)`[^|]*\\|(.*)\\|");
    private static final Pattern ROUTE = Pattern.compile("`(GET /[^`]*)`");
    private static final List<Role> COLUMNS =
            List.of(Role.GATEWAY, Role.SERVICE, Role.ADMIN, Role.AUDITOR, Role.MEMBER);

    private DocumentedTable() {}

    /// By route, such as `GET /mlm/members/{user_id}`.
    static Map<String, Map<Role, Cell>> rows() {
        var rows = new LinkedHashMap<String, Map<Role, Cell>>();
        for (var line : lines()) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), cells(row.group(2).split("\\|", -1)));
            }
        }
        return rows;
    }

    /// The routes that anybody may ask.
    static List<String> publicRoutes() {
        var sentence = lines().stream()
                .filter(line -> line.startsWith("For anybody, without credentials:"))
                .findFirst()
                .orElseThrow();
        return ROUTE.matcher(sentence).results().map(route -> route.group(1)).toList();
    }

    private static Map<Role, Cell> cells(String[] texts) {
        var cells = new EnumMap<Role, Cell>(Role.class);
        for (int i = 0; i < COLUMNS.size(); i++) {
            cells.put(COLUMNS.get(i), cell(texts[i].strip()));
        }
        return cells;
    }

    private static Cell cell(String text) {
        return switch (text) {
            case "yes" -> Cell.YES;
            case "–" -> Cell.NO;
            case "self" -> Cell.SELF;
            case "downline" -> Cell.DOWNLINE;
            case "own" -> Cell.OWN;
            default -> throw new IllegalStateException("A cell says " + text);
        };
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
