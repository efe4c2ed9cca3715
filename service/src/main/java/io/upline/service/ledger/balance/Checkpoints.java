package io.upline.service.ledger.balance;

import io.upline.service.platform.database.Database;
import io.upline.service.platform.job.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Duration;

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

    /// When somebody is posting for long the balances stay where they are until the next time.
    @Override
    public void run() {
        database.transaction(CheckpointTable::lastThatIsSure).ifPresent(this::advanceTo);
    }

    private void advanceTo(long last) {
        long upTo;
        do {
            upTo = database.transaction(connection -> CheckpointTable.advance(connection, last, AT_ONCE));
        } while (upTo < last);
    }
}
