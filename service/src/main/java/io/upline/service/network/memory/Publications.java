package io.upline.service.network.memory;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Tells those who wait for it that readers see more of the log. No thread waits: a waiter is a future in a set,
/// gone from it as soon as it is completed, timed out or cancelled.
public final class Publications {
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private volatile long seen;
    private volatile boolean open = true;

    private record Waiter(long after, CompletableFuture<Void> news) {}

    /// Completes when readers see an entry after `seq`, when the log turns out to have lost some, or when the
    /// service stops: whoever waited looks again. O(1).
    public CompletableFuture<Void> after(long seq) {
        var waiter = new Waiter(seq, new CompletableFuture<>());
        waiters.add(waiter);
        var _ = waiter.news.whenComplete((done, failure) -> waiters.remove(waiter));
        // Asked after joining: what was seen before that was not told to this one.
        if (seen > seq || !open) {
            waiter.news.complete(null);
        }
        return waiter.news;
    }

    /// Readers see the log up to `seq`. Called by the writer, who is not held up: O(1), the telling is done
    /// elsewhere.
    void seen(long seq) {
        var before = seen;
        seen = seq;
        if (seq != before && !waiters.isEmpty()) {
            Thread.startVirtualThread(() -> tell(seq < before ? Long.MAX_VALUE : seq));
        }
    }

    private void tell(long seq) {
        for (var waiter : waiters) {
            if (waiter.after < seq) {
                waiter.news.complete(null);
            }
        }
    }

    /// How many wait now.
    public int waiting() {
        return waiters.size();
    }

    /// Nobody waits any longer, now or later.
    public void close() {
        open = false;
        tell(Long.MAX_VALUE);
    }
}
