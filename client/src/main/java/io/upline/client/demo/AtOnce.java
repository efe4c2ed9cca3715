package io.upline.client.demo;

import io.upline.client.platform.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Does the same for many, a few at a time, where the order does not matter.
final class AtOnce {
    static final int CONCURRENT_REQUESTS = 8;

    private AtOnce() {}

    /// What `task` returned for each of `items`, in their order. The first failure ends it.
    static <T, R> List<R> each(List<T> items, Function<T, R> task) {
        try (ExecutorService crew = Executors.newFixedThreadPool(
                CONCURRENT_REQUESTS, Thread.ofVirtual().factory())) {
            List<Future<R>> results = items.stream()
                    .map(item -> crew.submit(() -> task.apply(item)))
                    .toList();
            try {
                return all(results);
            } finally {
                crew.shutdownNow();
            }
        }
    }

    private static <R> List<R> all(List<Future<R>> results) {
        List<R> all = new ArrayList<>(results.size());
        try {
            for (Future<R> result : results) {
                all.add(result.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.");
        }
    }
}
