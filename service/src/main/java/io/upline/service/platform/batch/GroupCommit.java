package io.upline.service.platform.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// Gathers commands while the last batch commits, and gives them to one thread as the next batch.
/// A lone command waits for nobody. No thread waits for a reply: it completes a stage, on the writer's thread.
///
/// @param <C> a command
/// @param <R> its result
public final class GroupCommit<C, R> implements AutoCloseable {
    /// Most commands of one batch.
    public static final int BATCH_COMMANDS = 256;
    /// Most bytes of one batch, unless a single command has more.
    public static final int BATCH_BYTES = 256 * 1024;
    /// Commands that may wait; one more is refused with [Busy].
    public static final int QUEUE_COMMANDS = 8_192;
    /// Bytes that may wait; what would be more is refused with [Busy].
    public static final long QUEUE_BYTES = 64 * 1024 * 1024;
    /// How long a caller waits at most; then the stage fails with a [java.util.concurrent.TimeoutException], and a
    /// command that no batch has taken yet is dropped.
    public static final long REPLY_SECONDS = 10;
    /// How long the writer waits for a command before it calls [BatchHandler#idle()].
    public static final long IDLE_MILLIS = 20;
    /// How often a batch is tried that asks to [run again][RunAgain].
    public static final int ATTEMPTS = 5;

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final long STOP_MILLIS = 10_000;
    /// How often it is looked who has waited too long. One look at all costs less than an alarm for each.
    private static final long EXPIRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final String STOPPING = "The service is stopping.";

    private final BatchQueue<C, R> queue = new BatchQueue<>();
    private final BatchHandler<C, R> handler;
    private final BatchMeters meters;
    private final Duration patience;
    private final Thread writer;
    private volatile List<Waiting<C, R>> running = List.of();
    private volatile boolean open = true;
    private volatile boolean closed;

    /// Starts the writer's thread.
    ///
    /// @param name the thread's name, and the name of the writer among the metrics
    public GroupCommit(String name, BatchHandler<C, R> handler) {
        this(name, handler, Duration.ofSeconds(REPLY_SECONDS));
    }

    GroupCommit(String name, BatchHandler<C, R> handler, Duration patience) {
        this.handler = handler;
        this.patience = patience;
        this.meters = new BatchMeters(name, queue::size);
        this.writer = Thread.ofPlatform().name(name).start(this::work);
        Thread.ofVirtual().name(name + "-expiry").start(this::expire);
    }

    /// Hands over a command. The stage completes after the commit; it fails with the reason when the command was
    /// refused, with [Busy] when the queue is full, or with what broke the batch. Whoever cancels it before a batch
    /// has taken the command withdraws that. O(1), never blocks.
    public CompletableFuture<R> submit(C command) {
        if (!open) {
            return CompletableFuture.failedFuture(new Busy(STOPPING));
        }
        var waiting = new Waiting<>(
                command,
                handler.bytesOf(command),
                handler.isAlone(command),
                new CompletableFuture<R>(),
                System.nanoTime() + patience.toNanos());
        if (!queue.offer(waiting)) {
            waiting.fail(new Busy(queue.size() + " requests are waiting already."));
        }
        if (closed) {
            waiting.fail(new Busy(STOPPING));
        }
        return waiting.reply();
    }

    private void work() {
        while (open || queue.size() > 0) {
            try {
                commit(queue.take());
                handler.idle();
            } catch (InterruptedException e) {
                open = false;
            } catch (Throwable e) {
                // As in a batch: nothing may end this thread.
                LOG.warn("What is done between batches failed; it is tried again.", e);
            }
        }
    }

    private void expire() {
        while (!closed) {
            LockSupport.parkNanos(EXPIRY_NANOS);
            running.forEach(Waiting::expire);
            queue.expire();
        }
    }

    private void commit(List<Waiting<C, R>> batch) {
        for (var attempt = 1; ; attempt++) {
            var present = present(batch);
            running = present;
            if (present.isEmpty()) {
                return;
            }
            try {
                settle(present);
                return;
            } catch (RunAgain e) {
                if (attempt == ATTEMPTS) {
                    fail(present, e.reason());
                    return;
                }
                LOG.debug("A batch runs again.", e);
            } catch (BadBatch e) {
                isolate(present, e.reason());
                return;
            } catch (Throwable e) {
                // Even an Error must not end the writer: who waits and who comes later would wait for ever.
                fail(present, e);
                return;
            }
        }
    }

    /// Whoever has stopped waiting has been told that it failed, and so it must.
    private List<Waiting<C, R>> present(List<Waiting<C, R>> batch) {
        var present = new ArrayList<Waiting<C, R>>(batch.size());
        for (var waiting : batch) {
            if (waiting.isGivenUp()) {
                waiting.fail(new Busy("The request waited for too long."));
            } else {
                present.add(waiting);
            }
        }
        return present;
    }

    private void settle(List<Waiting<C, R>> batch) throws Exception {
        var started = System.nanoTime();
        var outcomes = handler.commit(batch.stream().map(Waiting::command).toList());
        meters.committed(batch.size(), System.nanoTime() - started);
        for (var i = 0; i < batch.size(); i++) {
            batch.get(i).settle(outcomes.get(i));
        }
    }

    private void isolate(List<Waiting<C, R>> batch, Throwable reason) {
        if (batch.size() == 1) {
            fail(batch, reason);
            return;
        }
        commit(batch.subList(0, batch.size() / 2));
        commit(batch.subList(batch.size() / 2, batch.size()));
    }

    private void fail(List<Waiting<C, R>> batch, Throwable reason) {
        meters.failed(batch.size());
        batch.forEach(waiting -> waiting.fail(reason));
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
        closed = true;
        queue.rest().forEach(late -> late.fail(new Busy(STOPPING)));
    }
}
