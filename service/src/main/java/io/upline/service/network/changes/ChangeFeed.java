package io.upline.service.network.changes;

import io.upline.service.network.Network;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Reads the log for those who follow it, however many they are: whoever asks for the same, as all do who wait at
/// its end, shares one reading.
@ApplicationScoped
class ChangeFeed {
    private final Network network;
    private final Database database;
    private final Map<Reading, CompletableFuture<ChangePage>> readings = new ConcurrentHashMap<>();

    ChangeFeed(Network network, Database database) {
        this.network = network;
        this.database = database;
    }

    /// The entries asked for: at once when there are some, else when `news` completes, whatever there is then.
    /// Never blocks.
    ///
    /// The page fails with a [Problem] 409 when the log ends before the entry that the follower has.
    ///
    /// @throws Problem 503 while the network is being loaded or the database can't be reached
    CompletableFuture<ChangePage> poll(Reading reading, CompletableFuture<Void> news) {
        network.requireDatabase();
        if (network.genealogy().asOf() == reading.after() && reading.atMicros().isEmpty()) {
            return news.thenCompose(now -> read(reading));
        }
        return read(reading)
                .thenCompose(page -> page.items().isEmpty()
                        ? news.thenCompose(now -> read(reading))
                        : CompletableFuture.completedFuture(page));
    }

    private CompletableFuture<ChangePage> read(Reading reading) {
        var mine = new CompletableFuture<ChangePage>();
        var shared = readings.putIfAbsent(reading, mine);
        if (shared != null) {
            return shared;
        }
        Thread.startVirtualThread(() -> read(reading, mine));
        return mine;
    }

    private void read(Reading reading, CompletableFuture<ChangePage> mine) {
        try {
            mine.complete(database.transaction(connection -> {
                // Shared only until it begins: to whoever asks later something may have been told that it misses.
                readings.remove(reading, mine);
                return requireSameLog(ChangeTable.page(connection, reading), reading);
            }));
        } catch (Throwable e) {
            // Whatever it is, those who share the reading must not wait for ever.
            mine.completeExceptionally(e);
        } finally {
            readings.remove(reading, mine);
        }
    }

    private static ChangePage requireSameLog(ChangePage page, Reading reading) {
        if (page.asOf() < reading.after()) {
            throw wentBack("The log ends with entry %d, before %d".formatted(page.asOf(), reading.after()));
        }
        if (reading.after() > 0
                && reading.atMicros().isPresent()
                && !reading.atMicros().equals(page.afterAtMicros())) {
            throw wentBack("Entry %d of the log is another one".formatted(reading.after()));
        }
        return page;
    }

    private static Problem wentBack(String what) {
        return Problem.of(
                ProblemType.LOG_WENT_BACK,
                what + ": the database went back in time. Read the network anew, and follow it from there.");
    }
}
