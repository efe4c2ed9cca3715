package io.upline.service.platform.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/// Answers each command with itself, in batches that a test lets through one by one. A command is a text: `bad…`
/// spoils its batch, `refused…` is refused alone, `alone…` wants a batch of its own, `error` is an [Error]; as
/// many bytes as it has characters.
final class ScriptedHandler implements BatchHandler<String, String> {
    final List<List<String>> batches = new CopyOnWriteArrayList<>();
    final Semaphore taken = new Semaphore(0);
    final Semaphore mayCommit = new Semaphore(0);
    final Semaphore idleErrors = new Semaphore(0);
    final Semaphore contentions = new Semaphore(0);

    @Override
    public List<Outcome<String>> commit(List<String> batch) throws RunAgain, BadBatch {
        batches.add(List.copyOf(batch));
        taken.release();
        mayCommit.acquireUninterruptibly();
        if (contentions.tryAcquire()) {
            throw new RunAgain(new IllegalStateException("contention"));
        }
        if (batch.stream().anyMatch(command -> command.startsWith("bad"))) {
            throw new BadBatch(new IllegalArgumentException("bad"));
        }
        if (batch.contains("error")) {
            throw new AssertionError("an error");
        }
        var outcomes = new ArrayList<Outcome<String>>();
        for (var command : batch) {
            outcomes.add(
                    command.startsWith("refused")
                            ? new Outcome.Refused<>(new IllegalStateException("refused"))
                            : new Outcome.Done<>(command));
        }
        return outcomes;
    }

    /// Lets everything through from now on.
    void open() {
        mayCommit.release(1_000_000);
    }

    @Override
    public void idle() {
        if (idleErrors.tryAcquire()) {
            throw new AssertionError("an error between two batches");
        }
    }

    @Override
    public int bytesOf(String command) {
        return command.length();
    }

    @Override
    public boolean isAlone(String command) {
        return command.startsWith("alone");
    }
}
