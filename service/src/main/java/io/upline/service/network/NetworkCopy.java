package io.upline.service.network;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyLoader;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/// Reads every member in order of birth with the place they hold now, by COPY in PostgreSQL's binary form.
final class NetworkCopy {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int HEADER_REST_BYTES = 4;
    private static final short END = -1;
    private static final int NULL = -1;
    /// The binary form counts from 2000-01-01; microseconds from 1970 to then.
    private static final long EPOCH_MICROS = 946_684_800_000_000L;
    private static final String COPY = """
            COPY (SELECT user_id, sponsor, parent, position::integer, joined_at FROM member ORDER BY number)
            TO STDOUT (FORMAT binary)
            """;

    private NetworkCopy() {}

    /// O(members).
    static Genealogy read(Connection connection, NetworkLog.Head head) throws SQLException {
        var loader = new GenealogyLoader(Math.max(head.width(), Genealogy.MIN_WIDTH));
        try (var copy = new PGCopyInputStream(connection.unwrap(PGConnection.class), COPY);
                var in = new DataInputStream(new BufferedInputStream(copy, BUFFER_BYTES))) {
            in.skipNBytes(SIGNATURE.length + HEADER_REST_BYTES);
            in.skipNBytes(in.readInt());
            while (in.readShort() != END) {
                in.readInt();
                var userId = new UUID(in.readLong(), in.readLong());
                var sponsor = number(in);
                var parent = number(in);
                var position = Math.max(number(in), 0);
                in.readInt();
                loader.add(userId, index(sponsor), index(parent), position, in.readLong() + EPOCH_MICROS);
            }
        } catch (IOException e) {
            throw new SQLException("Reading the members was cut off.", e);
        }
        return loader.finish(head.seq());
    }

    private static int number(DataInputStream in) throws IOException {
        return in.readInt() == NULL ? NULL : in.readInt();
    }

    private static int index(int number) {
        return number == NULL ? Genealogy.NONE : number - 1;
    }
}
