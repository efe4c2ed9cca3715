package io.upline.service.testing;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// Everything that is logged until it is closed.
public final class Logged extends Handler implements AutoCloseable {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private Logged() {}

    /// From now on.
    public static Logged from() {
        var logged = new Logged();
        Logger.getLogger("").addHandler(logged);
        return logged;
    }

    /// The lines so far.
    public Stream<String> lines() {
        return lines.stream();
    }

    @Override
    public void publish(LogRecord logged) {
        lines.add(logged.getMessage() + Arrays.toString(logged.getParameters()) + logged.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
