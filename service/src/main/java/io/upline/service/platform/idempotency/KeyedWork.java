package io.upline.service.platform.idempotency;

import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Problem;
import java.util.Optional;

/// The work of one POST in a transaction of its own, done once for each key.
public final class KeyedWork {
    private KeyedWork() {}

    /// Does `work` and keeps its answer in the same transaction; or gives the answer kept under the key. Blocks.
    ///
    /// @throws Problem 422 when the key belongs to another request
    public static Answer run(Database database, Optional<IdempotencyKey> key, Database.Work<String> work) {
        return database.transaction(connection -> {
            var replies = StoredReplies.read(connection, key.stream().toList());
            var kept = key.flatMap(replies::of);
            if (kept.isPresent()) {
                return Answer.kept(kept.get());
            }
            var body = work.run(connection);
            key.ifPresent(named -> replies.add(named, body));
            replies.write(connection);
            return Answer.fresh(body);
        });
    }
}
