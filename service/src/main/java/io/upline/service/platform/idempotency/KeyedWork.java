package io.upline.service.platform.idempotency;

import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The work of one POST in a transaction of its own, done once for each key.
public final class KeyedWork {
    private KeyedWork() {}

    /// Does `work` and keeps its answer in the same transaction; or gives the answer kept under the key. Blocks.
    ///
    /// @throws Problem 422 when the key belongs to another request
    public static Answer run(Database database, Optional<IdempotencyKey> key, Database.Work<String> work) {
        return database.transaction(connection -> within(connection, key, work));
    }

    /// The same within a transaction that is open already.
    ///
    /// @throws Problem 422 when the key belongs to another request
    public static Answer within(Connection connection, Optional<IdempotencyKey> key, Database.Work<String> work)
            throws SQLException {
        var replies = StoredReplies.read(connection, key.stream().toList());
        var kept = key.flatMap(replies::of);
        if (kept.isPresent()) {
            return Answer.kept(kept.get());
        }
        var body = work.run(connection);
        key.ifPresent(named -> replies.add(named, body));
        replies.write(connection);
        return Answer.fresh(body);
    }

    /// Keeps an answer that was worked out before, where `mayStay` has nothing against it; or gives the one kept
    /// under the key meanwhile. For work that may be done again without one. Blocks.
    ///
    /// @throws Problem 422 when the key belongs to another request
    public static Answer keep(Database database, IdempotencyKey key, String body, Database.Work<Boolean> mayStay) {
        return database.transaction(connection -> {
            var replies = StoredReplies.read(connection, List.of(key));
            var kept = replies.of(key);
            if (kept.isPresent()) {
                return Answer.kept(kept.get());
            }
            if (mayStay.run(connection)) {
                replies.add(key, body);
                replies.write(connection);
            }
            return Answer.fresh(body);
        });
    }
}
