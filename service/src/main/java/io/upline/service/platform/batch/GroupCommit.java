package io.upline.service.platform.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Gathers commands while the last batch commits, and gives them to one thread as the next batch.
/// A lone command waits for nobody. No thread waits for a reply: it completes a stage, on the writer's thread.
///
/// @param <C> a command
/// @param <R> its result
public final class GroupCommit<C, R> implements AutoCloseable {
    /// Most commands of one batch.
    public static final int BATCH_COMMANDS = 256;
    /// Commands that may wait; one more is refused with [Busy].
    public static final int QUEUE_COMMANDS = 8_192;
    /// How long a caller waits at most; then the stage fails with a [java.util.concurrent.TimeoutException], and a
    /// command that no batch has taken yet is dropped.
    public static final long REPLY_SECONDS = 10;
    /// How long the writer waits for a command before it calls [BatchHandler#idle()].
    public static final long IDLE_MILLIS = 50;

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final long STOP_MILLIS = 10_000;

    private final BlockingQueue<Waiting<C, R>> queue = new ArrayBlockingQueue<>(QUEUE_COMMANDS);
    private final BatchHandler<C, R> handler;
    private final Thread writer;
    private volatile boolean open = true;

    private record Waiting<C, R>(C command, CompletableFuture<R> reply) {}

    /// Starts the writer's thread.
    ///
    /// @param name the thread's name
    public GroupCommit(String name, BatchHandler<C, R> handler) {
        this.handler = handler;
        this.writer = Thread.ofPlatform().name(name).start(this::work);
    }

    /// Hands over a command. The stage completes after the commit; it fails with the reason when the command was
    /// refused, with [Busy] when the queue is full, or with what broke the batch. Whoever cancels it before a batch
    /// has taken the command withdraws that. O(1), never blocks.
    public CompletableFuture<R> submit(C command) {
        var reply = new CompletableFuture<R>().orTimeout(REPLY_SECONDS, TimeUnit.SECONDS);
        if (!open) {
            reply.completeExceptionally(new Busy("The service is stopping."));
        } else if (!queue.offer(new Waiting<>(command, reply))) {
            reply.completeExceptionally(new Busy(QUEUE_COMMANDS + " requests are waiting already."));
        }
        return reply;
    }

    private void work() {
        var batch = new ArrayList<Waiting<C, R>>(BATCH_COMMANDS);
        while (open || !queue.isEmpty()) {
            gather(batch);
            if (!batch.isEmpty()) {
                commit(batch);
                batch.clear();
            }
            idle();
        }
    }

    private void gather(List<Waiting<C, R>> batch) {
        try {
            var first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, BATCH_COMMANDS - 1);
                // Whoever has stopped waiting has been told that it failed.
                batch.removeIf(waiting -> waiting.reply.isDone());
            }
        } catch (InterruptedException e) {
            open = false;
        }
    }

    private void commit(List<Waiting<C, R>> batch) {
        try {
            var outcomes = handler.commit(batch.stream().map(Waiting::command).toList());
            for (int i = 0; i < batch.size(); i++) {
                settle(batch.get(i).reply, outcomes.get(i));
            }
        } catch (Throwable e) {
            // Even an Error must not end the writer: who waits and who comes later would wait for ever.
            batch.forEach(waiting -> waiting.reply.completeExceptionally(e));
        }
    }

    private static <R> void settle(CompletableFuture<R> reply, Outcome<R> outcome) {
        switch (outcome) {
            case Outcome.Done<R>(var result) -> reply.complete(result);
            case Outcome.Refused<R>(var reason) -> reply.completeExceptionally(reason);
        }
    }

    private void idle() {
        try {
            handler.idle();
        } catch (RuntimeException e) {
            LOG.warn("Following the log failed; it is tried again.", e);
        }
    }

    /// Takes no more commands, does those that wait, and ends the writer's thread.
    @Override
    public void close() {
        open = false;
        try {
            writer.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var left = queue.poll(); left != null; left = queue.poll()) {
            left.reply.completeExceptionally(new Busy("The service has stopped."));
        }
    }
}
