package io.upline.service.access.guard;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// Everything that is logged until it is closed.
final class Logged extends Handler implements AutoCloseable {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private Logged() {}

    static Logged from() {
        var logged = new Logged();
        Logger.getLogger("").addHandler(logged);
        return logged;
    }

    Stream<String> lines() {
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
