package io.upline.client.process;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a client says to PostgreSQL, message by message, as the frontend/backend protocol 3.0 frames it. Knows
/// which messages commit: a COMMIT, or an INSERT outside of a transaction; as a simple query, or as the binding of
/// a statement that was prepared before.
final class FrontendMessages {
    private static final Set<Integer> BEFORE_STARTUP = Set.of(80_877_103, 80_877_104);
    private static final Set<String> ENDS = Set.of("COMMIT", "ROLLBACK");
    private static final int LENGTH_BYTES = Integer.BYTES;

    private final DataInputStream in;
    private final Map<String, String> prepared = new HashMap<>();
    private boolean inTransaction;
    private boolean starting = true;

    FrontendMessages(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in));
    }

    /// A message.
    ///
    /// @param bytes all of it, as it came
    /// @param commits whether something is committed by it
    record Message(ByteBuffer bytes, boolean commits) {}

    /// The next message; empty at the end of the stream. Blocks.
    Optional<Message> next() throws IOException {
        if (starting) {
            return Optional.of(startup());
        }
        var type = in.read();
        if (type < 0) {
            return Optional.empty();
        }
        var length = in.readInt();
        var body = in.readNBytes(length - LENGTH_BYTES);
        var bytes =
                ByteBuffer.allocate(1 + length).put((byte) type).putInt(length).put(body);
        return Optional.of(new Message(bytes, commits((char) type, body)));
    }

    /// Whether more is there already.
    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    private Message startup() throws IOException {
        var length = in.readInt();
        var body = in.readNBytes(length - LENGTH_BYTES);
        starting = BEFORE_STARTUP.contains(ByteBuffer.wrap(body).getInt());
        return new Message(ByteBuffer.allocate(length).putInt(length).put(body), false);
    }

    private boolean commits(char type, byte[] body) {
        return switch (type) {
            case 'Q' -> runs(texts(body)[0]);
            case 'P' -> {
                var nameAndSql = texts(body);
                prepared.put(nameAndSql[0], nameAndSql[1]);
                yield false;
            }
            case 'B' -> runs(prepared.getOrDefault(texts(body)[1], ""));
            default -> false;
        };
    }

    /// Whether the statement commits.
    private boolean runs(String sql) {
        var statement = sql.strip().toUpperCase(Locale.ROOT);
        var commits = statement.equals("COMMIT") || (!inTransaction && statement.contains("INSERT INTO"));
        inTransaction = statement.startsWith("BEGIN") || (inTransaction && !ENDS.contains(statement));
        return commits;
    }

    /// The texts at the beginning of a message, each of which ends with a zero.
    private static String[] texts(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1).split("\0", -1);
    }
}
