package io.upline.service.ledger.balance;

import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.platform.database.Failure;
import io.upline.service.platform.job.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// Keeps the balances near the last posting, so that reading one takes a few of them only.
@Singleton
final class Checkpoints implements RecurringWork {
    private static final Duration PERIOD = Duration.ofSeconds(5);

    /// Postings of one transaction.
    private static final long AT_ONCE = 100_000;

    private final Database database;

    Checkpoints(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "keep_balances";
    }

    @Override
    public Duration every() {
        return PERIOD;
    }

    @Override
    public void run() {
        lastThatIsSure().ifPresent(this::advanceTo);
    }

    /// Empty when somebody is posting for long: then the balances stay where they are until the next time.
    private Optional<Long> lastThatIsSure() {
        try {
            return Optional.of(database.transaction(CheckpointTable::lastThatIsSure));
        } catch (DatabaseUnavailable e) {
            if (Failure.of(e.reason()) == Failure.CONTENTION) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void advanceTo(long last) {
        long upTo;
        do {
            upTo = database.transaction(connection -> CheckpointTable.advance(connection, last, AT_ONCE));
        } while (upTo < last);
    }
}
