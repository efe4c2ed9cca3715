package io.upline.service.network.command;

import io.upline.service.audit.Author;
import io.upline.service.network.command.NetworkCommand.KeyedReply;
import io.upline.service.network.stored.FoundTraces;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// One member is changed, in a transaction of its own.
///
/// @param reason why, in 1 to [#REASON_CHARS] characters; it stays in the history
/// @param key the request's idempotency key, and how its reply will be written, when it has one
/// @param author who asks for it
public record MemberChange(
        UUID userId, Kind kind, String reason, Optional<KeyedReply<NetworkResult.Changed>> key, Author author)
        implements NetworkCommand {
    /// The longest reason, in characters.
    public static final int REASON_CHARS = 500;

    private static final int BYTES = 2_000;

    /// What is done.
    public sealed interface Kind {
        /// Another place, another sponsor, or both.
        record Move(Optional<Slot> to, Optional<UUID> sponsorId) implements Kind {}

        /// From here on they sponsor nobody and earn nothing.
        record Suspension() implements Kind {}

        /// A suspension ends.
        record Reinstatement() implements Kind {}

        /// The pseudonym takes the place of the user id, wherever that stands, and for good.
        ///
        /// @param pseudonym random: nothing leads from it to the user id
        /// @param found what [Network#tracesOf(UUID)] found of the user id
        record Forgetting(UUID pseudonym, FoundTraces found) implements Kind {}
    }

    /// Where somebody moves.
    ///
    /// @param position 1 = leftmost; empty for the leftmost that is free
    public record Slot(UUID parentId, OptionalInt position) {}

    @Override
    public int bytes() {
        return BYTES;
    }
}
