package io.upline.service.network.command;

import io.upline.service.audit.Author;
import io.upline.service.platform.idempotency.IdempotencyKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What the writer is asked to do.
public sealed interface NetworkCommand
        permits NetworkCommand.Registration, NetworkCommand.ImportRows, NetworkCommand.CatchUp, MemberChange {
    /// About how many bytes the command adds to its transaction. O(1).
    int bytes();

    /// One user joins under a sponsor, or as a root when there is none.
    ///
    /// @param key the request's idempotency key, and how its reply will be written, when it has one
    /// @param author who asks for it
    record Registration(UUID userId, Optional<UUID> sponsorId, Optional<KeyedReply<Born>> key, Author author)
            implements NetworkCommand {
        private static final int ROW_BYTES = 100;
        private static final int REPLY_BYTES = 500;

        @Override
        public int bytes() {
            return key.isPresent() ? ROW_BYTES + REPLY_BYTES : ROW_BYTES;
        }
    }

    /// Rows of an import, in their order: sponsors before the sponsored.
    ///
    /// @param author who imports them
    record ImportRows(List<ImportRow> rows, Author author) implements NetworkCommand {
        @Override
        public int bytes() {
            return rows.size() * Registration.ROW_BYTES;
        }
    }

    /// Memory takes in what other replicas wrote.
    ///
    /// @param begun called before the log is read: whoever asks from then on needs another one
    record CatchUp(Runnable begun) implements NetworkCommand {
        @Override
        public int bytes() {
            return 0;
        }
    }

    /// A key and the reply that is kept under it.
    ///
    /// @param <R> what the reply tells
    record KeyedReply<R>(IdempotencyKey key, Function<R, String> reply) {}

    /// One row of an import.
    ///
    /// @param line where it stands in the user's file, from 1
    record ImportRow(long line, UUID userId, Optional<UUID> sponsorId, long joinedAtMicros) {}
}
