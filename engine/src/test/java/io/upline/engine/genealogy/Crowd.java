package io.upline.engine.genealogy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// One thread that writes, and some that read again and again until it is done. Each has randomness of its own,
/// which comes from the seed of the case.
final class Crowd {
    private static final int READERS = 3;

    private Crowd() {}

    /// Fails with whatever one of them throws.
    static void run(RandomGenerator random, Consumer<RandomGenerator> writing, Consumer<RandomGenerator> reading) {
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS + 1)) {
            RandomGenerator ofWriter = split(random);
            List<RandomGenerator> ofReaders =
                    Stream.generate(() -> split(random)).limit(READERS).toList();
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> writing.accept(ofWriter), threads);
            List<CompletableFuture<Void>> read = ofReaders.stream()
                    .map(own -> CompletableFuture.runAsync(() -> readUntil(written, own, reading), threads))
                    .toList();
            written.join();
            read.forEach(CompletableFuture::join);
        }
    }

    private static RandomGenerator split(RandomGenerator random) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(random.nextLong());
    }

    private static void readUntil(
            CompletableFuture<Void> written, RandomGenerator random, Consumer<RandomGenerator> reading) {
        while (!written.isDone()) {
            reading.accept(random);
        }
    }
}
