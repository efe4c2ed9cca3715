package io.upline.service.platform.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Commands that wait for their batch, in the order they came: bounded in number and in bytes. Any thread adds, one
/// takes.
final class BatchQueue<C, R> {
    private final BlockingQueue<Waiting<C, R>> waiting = new ArrayBlockingQueue<>(GroupCommit.QUEUE_COMMANDS);
    private final AtomicLong bytes = new AtomicLong();

    /// Adds a command, or returns false when there is no room for it.
    boolean offer(Waiting<C, R> command) {
        if (bytes.addAndGet(command.bytes()) <= GroupCommit.QUEUE_BYTES && waiting.offer(command)) {
            return true;
        }
        bytes.addAndGet(-command.bytes());
        return false;
    }

    int size() {
        return waiting.size();
    }

    /// Takes the next batch; an empty list when nothing came within [GroupCommit#IDLE_MILLIS].
    List<Waiting<C, R>> take() throws InterruptedException {
        var first = waiting.poll(GroupCommit.IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        var batch = new ArrayList<Waiting<C, R>>();
        batch.add(first);
        var batchBytes = (long) first.bytes();
        for (var next = waiting.peek(); fits(batch, batchBytes, next); next = waiting.peek()) {
            batch.add(waiting.remove());
            batchBytes += batch.getLast().bytes();
        }
        bytes.addAndGet(-batchBytes);
        return batch;
    }

    /// Tells those who have waited too long. All may wait equally long, so they are the first.
    void expire() {
        for (var oldest : waiting) {
            if (!oldest.expire()) {
                return;
            }
        }
    }

    /// Takes all that wait, after the last batch.
    List<Waiting<C, R>> rest() {
        var rest = new ArrayList<Waiting<C, R>>();
        waiting.drainTo(rest);
        return rest;
    }

    private static <C, R> boolean fits(List<Waiting<C, R>> batch, long batchBytes, @Nullable Waiting<C, R> next) {
        return next != null
                && batch.size() < GroupCommit.BATCH_COMMANDS
                && batchBytes + next.bytes() <= GroupCommit.BATCH_BYTES
                && !next.isAlone()
                && !batch.getFirst().isAlone();
    }
}
