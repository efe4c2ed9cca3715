package io.upline.bench.load.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of one table, read by one statement and written again by another that takes a column as an array each.
final class TableRows {
    private final List<String> types;
    private final List<@Nullable Object[]> rows;
    private final int perTrigger;
    private final String insert;

    private TableRows(List<String> types, List<@Nullable Object[]> rows, int perTrigger, String insert) {
        this.types = types;
        this.rows = rows;
        this.perTrigger = perTrigger;
        this.insert = insert;
    }

    /// Reads all rows.
    ///
    /// @param perTrigger how many of them belong to one trigger
    static TableRows read(Connection connection, int perTrigger, String select, String insert) throws SQLException {
        try (var statement = connection.prepareStatement(select);
                var row = statement.executeQuery()) {
            var types = types(row.getMetaData());
            var rows = new ArrayList<@Nullable Object[]>();
            while (row.next()) {
                rows.add(values(row, types.size()));
            }
            return new TableRows(types, rows, perTrigger, insert);
        }
    }

    private static List<String> types(ResultSetMetaData columns) throws SQLException {
        var types = new ArrayList<String>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            types.add(columns.getColumnTypeName(column));
        }
        return types;
    }

    private static @Nullable Object[] values(ResultSet row, int columns) throws SQLException {
        var values = new @Nullable Object[columns];
        for (int column = 0; column < columns; column++) {
            values[column] = row.getObject(column + 1);
        }
        return values;
    }

    int size() {
        return rows.size();
    }

    /// Writes the rows of the triggers from one to another.
    void insert(Connection connection, int from, int to) throws SQLException {
        var batch = rows.subList(from * perTrigger, to * perTrigger);
        try (var statement = connection.prepareStatement(insert)) {
            for (int column = 0; column < types.size(); column++) {
                var at = column;
                var values = batch.stream().map(row -> row[at]).toArray();
                statement.setArray(column + 1, connection.createArrayOf(types.get(column), values));
            }
            statement.executeUpdate();
        }
    }
}
