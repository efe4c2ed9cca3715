package io.upline.service.network.stored;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/// Reads members with the place they hold now.
public final class StoredMembers {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int HEADER_REST_BYTES = 4;
    private static final short END = -1;
    private static final int NULL = -1;
    /// The binary form counts from 2000-01-01; microseconds from 1970 to then.
    private static final long EPOCH_MICROS = 946_684_800_000_000L;
    private static final String COPY = """
            COPY (SELECT number, user_id, sponsor, parent, position::integer, joined_at, updated_at, suspended
                  FROM member ORDER BY number)
            TO STDOUT (FORMAT binary)
            """;

    private StoredMembers() {}

    /// Shows every member to `visitor`, in order of birth, as they come by COPY in PostgreSQL's binary form.
    /// O(members), and no memory. When `visitor` throws, the connection ends.
    public static void forEach(Connection connection, Consumer<StoredMember> visitor) throws SQLException {
        try (var copy = new PGCopyInputStream(connection.unwrap(PGConnection.class), COPY);
                var in = new DataInputStream(new BufferedInputStream(copy, BUFFER_BYTES))) {
            visit(in, visitor, connection);
        } catch (IOException e) {
            throw new SQLException("Reading the members was cut off.", e);
        }
    }

    private static void visit(DataInputStream in, Consumer<StoredMember> visitor, Connection connection)
            throws IOException, SQLException {
        try {
            in.skipNBytes(SIGNATURE.length + HEADER_REST_BYTES);
            in.skipNBytes(in.readInt());
            while (in.readShort() != END) {
                visitor.accept(member(in));
            }
        } catch (RuntimeException e) {
            // The rest is on its way, and whoever gets the connection next would take it for his answer.
            connection.abort(Runnable::run);
            throw e;
        }
    }

    private static StoredMember member(DataInputStream in) throws IOException {
        var index = index(number(in));
        in.readInt();
        var userId = new UUID(in.readLong(), in.readLong());
        var sponsor = index(number(in));
        var parent = index(number(in));
        var position = Math.max(number(in), 0);
        var joinedAt = micros(in);
        var updatedAt = micros(in);
        in.readInt();
        return new StoredMember(index, userId, sponsor, parent, position, joinedAt, updatedAt, in.readByte() != 0);
    }

    private static long micros(DataInputStream in) throws IOException {
        return in.readInt() == NULL ? Member.NEVER : in.readLong() + EPOCH_MICROS;
    }

    private static int number(DataInputStream in) throws IOException {
        return in.readInt() == NULL ? NULL : in.readInt();
    }

    private static int index(int number) {
        return number == NULL ? Genealogy.NONE : number - 1;
    }

    /// Those of the members `indexes` that are there, in no particular order.
    public static List<StoredMember> read(Connection connection, int[] indexes) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT number, user_id, coalesce(sponsor, -1), coalesce(parent, -1), coalesce(position, 0),
                       (extract(epoch FROM joined_at) * 1000000)::bigint,
                       (extract(epoch FROM updated_at) * 1000000)::bigint, suspended
                FROM member WHERE number = ANY (?)
                """)) {
            var numbers = IntStream.of(indexes).mapToObj(index -> index + 1).toArray();
            select.setArray(1, connection.createArrayOf("integer", numbers));
            try (var rows = select.executeQuery()) {
                var members = new ArrayList<StoredMember>();
                while (rows.next()) {
                    members.add(member(rows));
                }
                return members;
            }
        }
    }

    private static StoredMember member(ResultSet row) throws SQLException {
        var updatedAt = row.getObject(7, Long.class);
        return new StoredMember(
                row.getInt(1) - 1,
                row.getObject(2, UUID.class),
                index(row.getInt(3)),
                index(row.getInt(4)),
                row.getInt(5),
                row.getLong(6),
                updatedAt == null ? Member.NEVER : updatedAt,
                row.getBoolean(8));
    }
}
