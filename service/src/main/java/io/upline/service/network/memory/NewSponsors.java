package io.upline.service.network.memory;

import io.upline.engine.genealogy.GenealogyLoader;
import java.sql.Connection;
import java.sql.SQLException;

/// Reads who got another sponsor than at birth, which decides the order of those of one sponsor.
final class NewSponsors {
    private NewSponsors() {}

    /// After all members were added. O(such members).
    static void read(Connection connection, GenealogyLoader loader) throws SQLException {
        try (var select = connection.prepareStatement("""
                        SELECT number, (SELECT number FROM member AS born
                                        WHERE born.seq < member.sponsored_seq ORDER BY born.seq DESC LIMIT 1)
                        FROM member WHERE sponsored_seq IS NOT NULL
                        ORDER BY sponsored_seq
                        """);
                var row = select.executeQuery()) {
            while (row.next()) {
                loader.sponsorChanged(row.getInt(1) - 1, row.getInt(2));
            }
        }
    }
}
