package io.upline.service.network.command;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import java.util.List;

/// What the writer answers; everything in it is durable.
public sealed interface NetworkResult {
    /// A new member was placed.
    record Placed(Born member) implements NetworkResult {}

    /// A member was changed.
    ///
    /// @param member as of the change; the indexes in it are those of `tree`
    record Changed(Genealogy tree, Member member) implements NetworkResult {}

    /// The same request was answered before, with this reply.
    record Replayed(String reply) implements NetworkResult {}

    /// Memory holds what was committed before the command was taken.
    record CaughtUp() implements NetworkResult {}

    /// What became of the rows of an import.
    ///
    /// @param registered rows that became members
    /// @param present rows whose member was there already, under the same sponsor
    /// @param rejected rows that can't be taken, in the order of their lines
    record Imported(int registered, int present, List<Rejection> rejected, long asOf) implements NetworkResult {}

    /// A row that can't be taken, and a sentence that says why, with the value.
    record Rejection(long line, String reason) {}
}
