package io.upline.service.platform.batch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/// A command whose caller waits for its reply.
///
/// @param bytes what it adds to a batch, see [BatchHandler#bytesOf]
/// @param deadlineNanos when the caller is told that it took too long, on the clock of [System#nanoTime()]
record Waiting<C, R>(C command, int bytes, boolean isAlone, CompletableFuture<R> reply, long deadlineNanos) {
    /// Whether nobody waits any more, or nobody should after a pause of this process that has just ended.
    boolean isGivenUp() {
        return reply.isDone() || isLate();
    }

    private boolean isLate() {
        return System.nanoTime() - deadlineNanos > 0;
    }

    /// Tells the caller that it took too long, if it did.
    ///
    /// @return whether it did
    boolean expire() {
        return isLate() && (reply.isDone() || reply.completeExceptionally(new TimeoutException()));
    }

    void settle(Outcome<R> outcome) {
        switch (outcome) {
            case Outcome.Done<R>(var result) -> reply.complete(result);
            case Outcome.Refused<R>(var reason) -> reply.completeExceptionally(reason);
        }
    }

    void fail(Throwable reason) {
        reply.completeExceptionally(reason);
    }
}
