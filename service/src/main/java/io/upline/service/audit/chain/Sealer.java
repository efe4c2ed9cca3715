package io.upline.service.audit.chain;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.platform.database.OutcomeUnknown;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Seals what is committed, after its commit, so that no work waits for the chain. One replica at a time: the row
/// `audit_chain` is the lock.
@ApplicationScoped
public class Sealer {
    private static final Logger LOG = Logger.getLogger(Sealer.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    /// Entries of one transaction; an entry has some kilobytes at most.
    static final int SEALED_ENTRIES = 500;

    private final Database database;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    Sealer(Database database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(
                PERIOD.toMillis(),
                timer -> Thread.ofVirtual().name("audit-sealer").start(this::sealWhenFree));
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopped = true;
    }

    /// Leaves it to another replica that is sealing, and to the next time when the database is away.
    private void sealWhenFree() {
        if (stopped || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            var isMore = database.transaction(ChainTable::isWaiting);
            while (isMore && !stopped) {
                isMore = database.transaction(connection -> {
                    var head = ChainTable.lockIfFree(connection);
                    return head.isPresent() && seal(connection, head.get());
                });
            }
        } catch (DatabaseUnavailable | OutcomeUnknown e) {
            LOG.debug("The audit is sealed later.", e);
        } finally {
            running.set(false);
        }
    }

    /// Seals everything that was committed before the call. Blocks; O(entries that wait).
    ///
    /// @throws DatabaseUnavailable when PostgreSQL can't be reached
    public void seal() {
        var isMore = database.transaction(ChainTable::isWaiting);
        while (isMore) {
            isMore = database.transaction(connection -> seal(connection, ChainTable.lock(connection)));
        }
    }

    /// The lock is held: what is read from here on includes what others sealed.
    private static boolean seal(Connection connection, ChainHead head) throws SQLException {
        var entries = ChainTable.waiting(connection, SEALED_ENTRIES);
        if (entries.isEmpty()) {
            return false;
        }
        List<ChainHead> heads = new ArrayList<>(entries.size());
        var last = head;
        for (var entry : entries) {
            last = last.with(entry);
            heads.add(last);
        }
        ChainTable.seal(connection, entries, heads);
        ChainTable.moveOn(connection, last);
        return entries.size() == SEALED_ENTRIES;
    }
}
