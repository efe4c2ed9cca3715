package io.upline.service.check.memory;

import io.upline.engine.genealogy.Genealogy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What the database says of the network as a whole.
///
/// @param seq the last entry of the log
/// @param members how many there are, as counted by the writers
/// @param width the width in force; 0 before the first
/// @param planVersion the plan in force; 0 before the first
public record StoredHead(long seq, int members, int width, int planVersion) {
    /// Reads it.
    public static StoredHead read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                        SELECT seq, members, coalesce(width, 0), coalesce(plan_version, 0) FROM network
                        """);
                var row = select.executeQuery()) {
            row.next();
            return new StoredHead(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4));
        }
    }

    /// How memory differs, as sentences.
    ///
    /// @param planInMemory the version of the plan that memory takes to be in force
    List<String> differences(Genealogy tree, int planInMemory) {
        var findings = new ArrayList<String>();
        compare("entries of the log", tree.asOf(), seq, findings);
        compare("members", tree.members(), members, findings);
        compare("as the width in force", tree.width(), width, findings);
        compare("as the version of the plan in force", planInMemory, planVersion, findings);
        return findings;
    }

    private static void compare(String what, long inMemory, long stored, List<String> findings) {
        if (inMemory != stored) {
            findings.add("Memory has %d %s, and the database %d.".formatted(inMemory, what, stored));
        }
    }
}
