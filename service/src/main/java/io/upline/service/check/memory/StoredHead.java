package io.upline.service.check.memory;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.network.command.PlanTimeline;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What the database says of the network as a whole.
///
/// @param seq the last entry of the log
/// @param members how many there are, as counted by the writers
/// @param width the width in force; 0 before the first
/// @param plans how many entries of the log are about the plan
public record StoredHead(long seq, int members, int width, int plans) {
    /// Reads it.
    public static StoredHead read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                        SELECT seq, members, coalesce(width, 0),
                               (SELECT count(*) FROM member_change WHERE plan_version IS NOT NULL)
                        FROM network
                        """);
                var row = select.executeQuery()) {
            row.next();
            return new StoredHead(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4));
        }
    }

    /// How memory differs, as sentences.
    ///
    /// @param plansInMemory the versions of the plan that memory knows
    List<String> differences(Genealogy tree, PlanTimeline plansInMemory) {
        var findings = new ArrayList<String>();
        compare("entries of the log", tree.asOf(), seq, findings);
        compare("members", tree.members(), members, findings);
        compare("as the width in force", tree.width(), width, findings);
        compare("entries about the plan", entries(plansInMemory), plans, findings);
        return findings;
    }

    private static long entries(PlanTimeline plans) {
        return plans.newest()
                + plans.versions().stream()
                        .filter(PlanTimeline.Version::isWithdrawn)
                        .count();
    }

    private static void compare(String what, long inMemory, long stored, List<String> findings) {
        if (inMemory != stored) {
            findings.add("Memory has %d %s, and the database %d.".formatted(inMemory, what, stored));
        }
    }
}
