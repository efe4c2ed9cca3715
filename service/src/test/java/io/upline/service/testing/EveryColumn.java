package io.upline.service.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Looks for an id in everything that a database stores: whatever tables and columns there are by now.
public final class EveryColumn {
    private EveryColumn() {}

    /// The columns, as `table.column`, in which a user id stands: as itself, or within a text or bytes, in small or
    /// large letters, with dashes or without.
    public static List<String> holding(Connection connection, UUID userId) throws SQLException {
        var found = new ArrayList<String>();
        for (var column : all(connection)) {
            if (isIn(connection, column, userId)) {
                found.add(column.table + "." + column.name);
            }
        }
        return found;
    }

    private record Column(String table, String name, boolean isBytes) {
        /// The column as a text without dashes. Bytes are shown as hexadecimal digits, and as what they may spell.
        String text() {
            var quoted = "\"" + name + "\"";
            var text = isBytes
                    ? "encode(%s, 'hex') || ' ' || encode(%s, 'escape')".formatted(quoted, quoted)
                    : quoted + "::text";
            return "replace(lower(%s), '-', '')".formatted(text);
        }
    }

    private static List<Column> all(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT table_name, column_name, data_type = 'bytea'
                        FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
                        WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
                        """)) {
            var columns = new ArrayList<Column>();
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
            }
            return columns;
        }
    }

    private static boolean isIn(Connection connection, Column column, UUID userId) throws SQLException {
        try (var select = connection.prepareStatement("SELECT EXISTS (SELECT FROM \"%s\" WHERE position(? IN %s) > 0)"
                .formatted(column.table, column.text()))) {
            select.setString(1, userId.toString().replace("-", ""));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
