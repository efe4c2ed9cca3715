package io.upline.client.faults.redis;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/// A root and how many below it were confirmed: through which replica, and when.
final class Team {
    private static final int MOST = 100_000;

    private final UUID root = UUID.randomUUID();
    private final AtomicIntegerArray through;
    private final AtomicInteger confirmed = new AtomicInteger();
    /// When each was confirmed; 0 while that is about to be noted.
    private final AtomicLongArray nanos = new AtomicLongArray(MOST);

    Team(int replicas) {
        through = new AtomicIntegerArray(replicas);
    }

    UUID root() {
        return root;
    }

    void confirmed(int replica) {
        through.incrementAndGet(replica);
        nanos.set(confirmed.getAndIncrement(), System.nanoTime());
    }

    /// How many that replica has confirmed.
    int through(int replica) {
        return through.get(replica);
    }

    /// How many were confirmed by then, at least.
    int confirmedBefore(long time) {
        var before = confirmed.get();
        while (before > 0 && (nanos.get(before - 1) == 0 || nanos.get(before - 1) - time > 0)) {
            before--;
        }
        return before;
    }
}
