package io.upline.service.rank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/// The SQL of ranks. One statement a method; the caller holds the transaction. Members are named by number.
final class RankTable {
    private RankTable() {}

    /// The rank as last evaluated; empty when it never was.
    static Optional<HeldRank> find(Connection connection, int member) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT rank, (extract(epoch FROM since) * 1000000)::bigint,
                       (extract(epoch FROM evaluated_at) * 1000000)::bigint, as_of_seq, plan_version
                FROM member_rank WHERE member = ?
                """)) {
            return read(select, member);
        }
    }

    /// The same, and nobody else changes it until the transaction ends.
    static Optional<HeldRank> lock(Connection connection, int member) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT rank, (extract(epoch FROM since) * 1000000)::bigint,
                       (extract(epoch FROM evaluated_at) * 1000000)::bigint, as_of_seq, plan_version
                FROM member_rank WHERE member = ?
                FOR UPDATE
                """)) {
            return read(select, member);
        }
    }

    private static Optional<HeldRank> read(PreparedStatement select, int member) throws SQLException {
        select.setInt(1, member);
        try (var row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new HeldRank(
                            row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getInt(5)))
                    : Optional.empty();
        }
    }

    /// Keeps a verdict, unless one on a later state of the network is there.
    static void keep(Connection connection, int member, HeldRank held) throws SQLException {
        try (var upsert = connection.prepareStatement("""
                INSERT INTO member_rank (member, rank, since, evaluated_at, as_of_seq, plan_version)
                VALUES (?, ?, timestamptz 'epoch' + ? * interval '1 microsecond',
                        timestamptz 'epoch' + ? * interval '1 microsecond', ?, ?)
                ON CONFLICT (member) DO UPDATE
                SET rank = excluded.rank, since = excluded.since, evaluated_at = excluded.evaluated_at,
                    as_of_seq = excluded.as_of_seq, plan_version = excluded.plan_version
                WHERE member_rank.as_of_seq <= excluded.as_of_seq
                """)) {
            upsert.setInt(1, member);
            upsert.setString(2, held.rank());
            upsert.setLong(3, held.sinceMicros());
            upsert.setLong(4, held.evaluatedAtMicros());
            upsert.setLong(5, held.asOf());
            upsert.setInt(6, held.planVersion());
            upsert.executeUpdate();
        }
    }
}
