package io.upline.service.platform.batch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A command whose caller waits for its reply.
///
/// @param bytes what it adds to a batch, see [BatchHandler#bytesOf]
/// @param deadlineNanos when the caller has been told that it took too long, on the clock of [System#nanoTime()]
record Waiting<C, R>(C command, int bytes, boolean isAlone, CompletableFuture<R> reply, long deadlineNanos) {
    static <C, R> Waiting<C, R> of(C command, int bytes, boolean isAlone) {
        var reply = new CompletableFuture<R>().orTimeout(GroupCommit.REPLY_SECONDS, TimeUnit.SECONDS);
        return new Waiting<>(
                command,
                bytes,
                isAlone,
                reply,
                System.nanoTime() + TimeUnit.SECONDS.toNanos(GroupCommit.REPLY_SECONDS));
    }

    /// Whether nobody waits any more, or nobody would after a pause of this process that has just ended.
    boolean isGivenUp() {
        return reply.isDone() || System.nanoTime() - deadlineNanos > 0;
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
