package io.upline.service.platform.batch;

import java.util.List;

/// Does a batch of commands in one transaction. Called by one thread only.
///
/// @param <C> a command
/// @param <R> its result
public interface BatchHandler<C, R> {
    /// Does what can be done and commits it, before returning an outcome for each command, in the same order.
    ///
    /// @throws Exception when nothing of the batch was written, or when nobody knows; every waiter is told
    List<Outcome<R>> commit(List<C> batch) throws Exception;

    /// Called between batches, at least every [GroupCommit#IDLE_MILLIS] when there is nothing to do.
    default void idle() {}
}
