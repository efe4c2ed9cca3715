package io.upline.service.check.rule;

import java.sql.Connection;
import java.sql.SQLException;

/// Something that holds for what is stored: a statement that finds, as a sentence a row, where it doesn't.
public interface Rule {
    /// Rows that are fetched at once, so that many findings take no memory.
    int FETCH_ROWS = 1_000;

    /// The statement; its one column is a sentence.
    String sql();

    /// Adds what contradicts the rule to `findings`. Every rule takes a few passes over its tables at most.
    ///
    /// @param snapshot an open transaction
    default void apply(Connection snapshot, Findings findings) throws SQLException {
        try (var select = snapshot.prepareStatement(sql())) {
            select.setFetchSize(FETCH_ROWS);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    findings.add(rows.getString(1));
                }
            }
        }
    }
}
