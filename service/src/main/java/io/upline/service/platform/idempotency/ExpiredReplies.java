package io.upline.service.platform.idempotency;

import io.quarkus.runtime.StartupEvent;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Forgets kept answers whose time is over.
@ApplicationScoped
class ExpiredReplies {
    /// How long an answer is kept at least.
    static final int KEPT_HOURS = 24;

    private static final Logger LOG = Logger.getLogger(ExpiredReplies.class);
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int DELETED_ROWS = 10_000;

    private final Database database;

    ExpiredReplies(Database database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(
                PERIOD.toMillis(),
                timer -> Thread.ofVirtual().name("expired-replies").start(this::forget));
    }

    /// Deletes in small transactions, so that nobody waits for it.
    void forget() {
        try {
            int deleted;
            do {
                deleted = deleteSome();
            } while (deleted == DELETED_ROWS);
        } catch (DatabaseUnavailable e) {
            LOG.warnf("Expired answers stay for another hour: %s", e.getMessage());
        }
    }

    private int deleteSome() {
        return database.transaction(connection -> {
            try (var delete = connection.prepareStatement("""
                    DELETE FROM idempotency_key
                    WHERE key IN (SELECT key FROM idempotency_key
                                  WHERE created_at < now() - ? * interval '1 hour'
                                  LIMIT ?)
                    """)) {
                delete.setInt(1, KEPT_HOURS);
                delete.setInt(2, DELETED_ROWS);
                return delete.executeUpdate();
            }
        });
    }
}
