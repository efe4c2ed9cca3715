package io.upline.service.network.memory;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyLoader;
import io.upline.engine.genealogy.Member;
import io.upline.service.network.log.NetworkLog;
import io.upline.service.network.stored.StoredMembers;
import java.sql.Connection;
import java.sql.SQLException;

/// Builds the tree from what is stored.
final class NetworkCopy {
    private NetworkCopy() {}

    /// Every member in the place they hold now. O(members).
    ///
    /// @throws IllegalStateException when a member is missing: the others would get wrong numbers
    static Genealogy read(Connection connection, NetworkLog.Head head) throws SQLException {
        var loader = new GenealogyLoader(Math.max(head.width(), Genealogy.MIN_WIDTH));
        StoredMembers.forEach(connection, member -> {
            if (member.index() != loader.members()) {
                throw new IllegalStateException(
                        "Member number %d is missing from the database.".formatted(loader.members() + 1));
            }
            loader.add(member.userId(), member.sponsor(), member.parent(), member.position(), member.joinedAtMicros());
            if (member.updatedAtMicros() != Member.NEVER) {
                loader.updated(member.index(), member.updatedAtMicros());
            }
            if (member.suspended()) {
                loader.suspended(member.index());
            }
        });
        NewSponsors.read(connection, loader);
        readLastChange(connection, loader);
        return loader.finish(head.seq());
    }

    private static void readLastChange(Connection connection, GenealogyLoader loader) throws SQLException {
        try (var select = connection.prepareStatement("""
                        SELECT seq, (extract(epoch FROM recorded_at) * 1000000)::bigint
                        FROM member_change WHERE member IS NOT NULL ORDER BY seq DESC LIMIT 1
                        """);
                var row = select.executeQuery()) {
            if (row.next()) {
                loader.lastChange(row.getLong(1), row.getLong(2));
            }
        }
    }
}
