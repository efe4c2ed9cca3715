package io.upline.service.platform.batch;

import java.util.List;

/// Does a batch of commands in one transaction. Called by one thread only.
///
/// @param <C> a command
/// @param <R> its result
public interface BatchHandler<C, R> {
    /// Does what can be done and commits it, before returning an outcome for each command, in the same order.
    ///
    /// @throws RunAgain when nothing was written, and the same batch may go through when it is tried again
    /// @throws BadBatch when nothing was written because of some command in it; the others are tried without it
    /// @throws Exception when nothing was written, or when nobody knows; every waiter is told
    List<Outcome<R>> commit(List<C> batch) throws Exception;

    /// About how many bytes a command adds to its transaction, 0 or more. O(1).
    int bytesOf(C command);

    /// Whether a command needs a transaction of its own.
    default boolean isAlone(C command) {
        return false;
    }

    /// Called between batches, at least every [GroupCommit#IDLE_MILLIS] when there is nothing to do.
    default void idle() {}
}
