package io.upline.bench.load.rows;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// Fills an empty database, in which the service has brought its settings in force, with a network: random
/// sponsors, and places as the engine finds them by spillover.
public final class Seeding {
    private static final long RANDOM_SEED = 20_260_101;
    private static final int BATCH_MEMBERS = 256;
    private static final int BUFFER_BYTES = 1 << 16;

    private static final String COUNT = """
            UPDATE network
            SET members = born.members, seq = born.seq, last_at = greatest(network.last_at, born.last_at)
            FROM (SELECT count(*) AS members, max(seq) AS seq, max(recorded_at) AS last_at FROM member) AS born
            """;

    private final GenealogyWriter writer;
    private final Genealogy tree;
    private final long firstSeq;
    /// When the settings were brought in force: the log's time never goes back.
    private final Instant settled;
    private final SplittableRandom random = new SplittableRandom(RANDOM_SEED);

    private Seeding(int width, long firstSeq, Instant settled) {
        this.tree = new Genealogy(width);
        this.writer = tree.writer();
        this.firstSeq = firstSeq;
        this.settled = settled;
    }

    /// Writes `members` members. O(members), about ten seconds a million.
    public static Seed fill(Connection connection, String database, int members) throws SQLException, IOException {
        connection.setAutoCommit(false);
        var seeding = settings(connection);
        // The engine has placed everybody legally, and so much checking takes its time.
        execute(connection, "ALTER TABLE member DISABLE TRIGGER ALL");
        seeding.copy(connection, members);
        execute(connection, "ALTER TABLE member ENABLE TRIGGER ALL");
        execute(connection, COUNT);
        connection.commit();
        connection.setAutoCommit(true);
        // Not the empty tables: PostgreSQL would plan for them to stay empty.
        execute(connection, "VACUUM (FREEZE, ANALYZE) member");
        return Seed.of(database, seeding.tree);
    }

    private static Seeding settings(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT width, seq, last_at FROM network");
                var row = select.executeQuery()) {
            row.next();
            return new Seeding(
                    row.getInt(1),
                    row.getLong(2) + 1,
                    row.getObject(3, OffsetDateTime.class).toInstant());
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private void copy(Connection connection, int members) throws SQLException, IOException {
        try (OutputStream rows = new BufferedOutputStream(
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), """
                        COPY member (number, seq, user_id, born_sponsor, born_parent, born_position,
                                     sponsor, parent, position, joined_at, recorded_at) FROM STDIN
                        """), BUFFER_BYTES)) {
            for (int member = 0; member < members; member++) {
                rows.write(row(bear(member)).getBytes(StandardCharsets.US_ASCII));
            }
        }
        writer.publish(firstSeq + members);
    }

    private int bear(int member) {
        var sponsor = member == 0 ? Genealogy.NONE : random.nextInt(member);
        writer.draft(UUID.fromString(UserIds.of(member + 1)), sponsor, member);
        if (writer.drafts() == BATCH_MEMBERS) {
            writer.publish(firstSeq + member);
        }
        return member;
    }

    /// A line of COPY; `\N` is null there.
    private String row(int member) {
        var place = writer.placement(member);
        var sponsor = nameOf(writer.sponsor(member));
        var parent = nameOf(place.parent());
        var position = place.parent() == Genealogy.NONE ? "\\N" : Integer.toString(place.position());
        var joined = settled.plus(member + 1L, ChronoUnit.MICROS).toString();
        var named = List.of(Integer.toString(member + 1), Long.toString(firstSeq + member), UserIds.of(member + 1));
        var born = List.of(sponsor, parent, position);
        return Stream.of(named, born, born, List.of(joined, joined))
                .flatMap(List::stream)
                .collect(Collectors.joining("\t", "", "\n"));
    }

    private static String nameOf(int member) {
        return member == Genealogy.NONE ? "\\N" : Integer.toString(member + 1);
    }
}
